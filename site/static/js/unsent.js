/* A step that does not reach us is not lost: the page stays, says so, and sends what is on it once
   the signal is back. What is unsent stays in this page's memory and nowhere else. Sending the same
   step twice does the same as once. Without this script a step is sent as every form is. */

const AGAIN_AFTER = 15000; // milliseconds: a phone does not always know that its signal is back
const GIVE_UP_AFTER = 30000;
const SLOWEST = 15; // bytes in a millisecond: a picture takes its time on a poor line
const form = document.querySelector("form[data-step]");
const notice = document.querySelector("[data-unsent]");
let busy = false;
let waiting = null; // the button that was pressed, while its step has not arrived
let timer = 0;

function data(button) {
  const sent = new FormData(form);
  if (button?.name) sent.append(button.name, button.value);
  return sent;
}

function patience(sent) {
  const files = [...sent.values()].filter((value) => value instanceof File);
  return GIVE_UP_AFTER + files.reduce((sum, file) => sum + file.size, 0) / SLOWEST;
}

async function send(button) {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  const body = data(button);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { "X-Heard-Step": "1" },
      signal: AbortSignal.timeout?.(patience(body)),
    });
    waiting = null;
    const next = answer.headers.get("X-Heard-Next");
    if (next) location.assign(next);
    else plainly(button); // a sentence to read, or something of ours that failed
  } catch {
    waiting = button ?? form;
    notice.hidden = false;
    notice.focus();
    timer = setTimeout(again, AGAIN_AFTER);
    busy = false;
  }
}

function plainly(button) {
  if (button?.name) {
    const pressed = document.createElement("input");
    Object.assign(pressed, { type: "hidden", name: button.name, value: button.value });
    form.append(pressed);
  }
  form.submit();
}

function again() {
  if (waiting) send(waiting === form ? null : waiting);
}

if (form && notice) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.submitter);
  });
  addEventListener("online", again);
}
