/* Reading a question aloud in the phone's own voice. The button is there only when the phone has a
   voice for the language, so that nobody presses it in vain. Nothing is sent anywhere. */

const place = document.querySelector("[data-listen]");
const speech = window.speechSynthesis;

function voiceFor(language) {
  const wanted = language.split("-")[0].toLowerCase();
  const voices = speech.getVoices().filter((voice) => voice.localService);
  return (
    voices.find((voice) => voice.lang.toLowerCase() === language.toLowerCase()) ??
    voices.find((voice) => voice.lang.toLowerCase().startsWith(wanted))
  );
}

const SAID = [
  ".easy p, [data-said], #step .hint, .choice > span, .face > span",
  ".sorted legend > span, .sorted:first-of-type .side > span", // things, and once where they can go
].join();

function said() {
  const parts = document.querySelectorAll(SAID);
  return [...parts].map((part) => part.textContent.trim()).filter(Boolean);
}

function offer() {
  const language = place.dataset.language;
  const voice = voiceFor(language);
  if (!voice) return;
  const [listen, stop] = place.querySelectorAll("button");
  const rest = () => {
    stop.hidden = true;
    listen.hidden = false;
  };
  listen.addEventListener("click", () => {
    speech.cancel();
    const sentences = said().map((text) => Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.9 }));
    if (sentences.length) sentences.at(-1).onend = rest;
    for (const sentence of sentences) speech.speak(sentence);
    listen.hidden = true;
    stop.hidden = false;
    stop.focus();
  });
  stop.addEventListener("click", () => {
    speech.cancel();
    rest();
    listen.focus();
  });
  place.hidden = false;
}

if (place && speech) {
  if (speech.getVoices().length) offer();
  else speech.addEventListener("voiceschanged", offer, { once: true });
  addEventListener("pagehide", () => speech.cancel());
}
