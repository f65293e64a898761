/* Recording what somebody says: up to two minutes, to listen to, delete and record again. It goes
   into the same field as a recording from elsewhere. Where a browser cannot record, that field is
   all there is. */

const KINDS = ["audio/mp4", "audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/webm"];
const QUALITY = { audioBitsPerSecond: 32_000 };

const box = document.querySelector("[data-voice]");
const file = document.querySelector("#id_answer_file");
const [record, stop, time, level, said, heard, player, wipe] = [
  "record", "stop", "time", "level", "said", "heard", "player", "delete",
].map((name) => box.querySelector(`[data-${name}]`));
const most = Number(box.dataset.most);

let recorder = null;
let sender = null; // the button that was pressed while recording
let address = "";

function canRecord() {
  try {
    return Boolean(window.MediaRecorder && navigator.mediaDevices?.getUserMedia && new DataTransfer());
  } catch {
    return false;
  }
}

function say(sentence) {
  said.textContent = sentence;
}

function showRecording(isOn) {
  record.hidden = isOn;
  for (const part of [stop, time, level]) part.hidden = !isOn;
}

function forget() {
  if (address) URL.revokeObjectURL(address);
  address = "";
  player.removeAttribute("src");
  player.load();
  heard.hidden = true;
  file.value = "";
}

function made(stream) {
  const kind = KINDS.find((one) => MediaRecorder.isTypeSupported?.(one));
  try {
    return new MediaRecorder(stream, kind ? { mimeType: kind, ...QUALITY } : QUALITY);
  } catch {
    return new MediaRecorder(stream); // it promised a kind that it cannot make
  }
}

async function start() {
  time.textContent = "0:00";
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    say(error.name === "NotAllowedError" ? box.dataset.refused : box.dataset.none);
    return;
  }
  forget();
  const parts = [];
  recorder = made(stream);
  recorder.addEventListener("dataavailable", (event) => event.data.size && parts.push(event.data));
  recorder.addEventListener("stop", () => finish(stream, parts));
  recorder.start(1000);
  showRecording(true);
  stop.focus();
  say(box.dataset.recording);
  count(performance.now());
  listen(stream);
}

function count(began) {
  if (recorder?.state !== "recording") return;
  const seconds = Math.floor((performance.now() - began) / 1000);
  time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (seconds >= most) {
    recorder.isFull = true;
    recorder.stop();
  } else {
    setTimeout(() => count(began), 250);
  }
}

/* How loud it is, so that a person sees that they are heard. */
function listen(stream) {
  const sound = new AudioContext();
  const meter = sound.createAnalyser();
  const samples = new Uint8Array(meter.fftSize);
  sound.createMediaStreamSource(stream).connect(meter);
  const look = () => {
    if (recorder?.state !== "recording") {
      sound.close();
      return;
    }
    meter.getByteTimeDomainData(samples);
    level.value = Math.min(1, (Math.max(...samples) - 128) / 64);
    requestAnimationFrame(look);
  };
  look();
}

function finish(stream, parts) {
  for (const track of stream.getTracks()) track.stop();
  const kind = recorder.mimeType || "audio/mp4";
  const sentence = recorder.isFull ? box.dataset.full : box.dataset.done;
  recorder = null;
  showRecording(false);
  if (!parts.length && !sender) {
    say(box.dataset.empty);
    record.focus();
    return;
  }
  const carrier = new DataTransfer();
  const ending = kind.includes("mp4") ? "m4a" : kind.includes("ogg") ? "ogg" : "webm";
  if (parts.length) carrier.items.add(new File(parts, `voice.${ending}`, { type: kind }));
  file.files = carrier.files;
  if (sender) {
    file.form.requestSubmit(sender);
    return;
  }
  record.textContent = box.dataset.again;
  address = URL.createObjectURL(file.files[0]);
  player.src = address;
  heard.hidden = false;
  say(sentence);
  record.focus();
}

if (canRecord()) {
  box.hidden = false;
  record.addEventListener("click", start);
  stop.addEventListener("click", () => recorder?.stop());
  wipe.addEventListener("click", () => {
    forget();
    say(box.dataset.deleted);
    record.focus();
  });
  file.form.addEventListener("submit", (event) => {
    if (recorder?.state !== "recording") return;
    event.preventDefault();
    sender = event.submitter;
    recorder.stop();
  });
} else {
  file.setAttribute("capture", "user");
}
