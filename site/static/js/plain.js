// Tells, below each public text of the editor, how hard it is to read, while it is written. The
// figures come from our own server. Without this script they stand on the gate page.

const PAUSE = 600; // milliseconds without a key before we ask

function isPublic(field, names) {
  if (!field.name || field.type === "hidden") return false;
  return names.some((name) => field.name === name || field.name.endsWith(`-${name}`));
}

function lineBelow(field) {
  const id = `${field.id || field.name}-plain`;
  let line = document.getElementById(id);
  if (!line) {
    line = document.createElement("div");
    line.id = id;
    line.className = "heard-plain";
    field.after(line);
    const known = field.getAttribute("aria-describedby");
    field.setAttribute("aria-describedby", known ? `${known} ${id}` : id);
  }
  return line;
}

function show(line, told, words) {
  const parts = [];
  if (told.sentence) parts.push(textIn("span", told.sentence, told.hard ? "heard-plain__hard" : ""));
  if (told.hard) parts.push(textIn("strong", words.hard, ""));
  for (const { term, plain } of told.jargon) {
    parts.push(textIn("span", `“${term}” → “${plain}”`, "heard-plain__word"));
  }
  line.replaceChildren(...parts);
}

function textIn(tag, text, className) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function watch(panel) {
  const names = panel.dataset.names.split(" ");
  const form = panel.closest("form");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const summary = panel.querySelector("[data-summary]");
  let timer = 0;
  let asked = 0;

  async function ask() {
    const fields = [...form.querySelectorAll("textarea, input[type=text]")].filter((field) =>
      isPublic(field, names),
    );
    asked += 1;
    const mine = asked;
    const response = await fetch(panel.dataset.address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ texts: fields.map((field) => field.value) }),
    }).catch(() => null);
    if (!response || !response.ok || mine !== asked) return;
    const { lines } = await response.json();
    lines.forEach((told, place) => show(lineBelow(fields[place]), told, panel.dataset));
    const hard = lines.filter((told) => told.hard || told.jargon.length).length;
    summary.textContent = hard ? `${panel.dataset.some} ${hard}` : panel.dataset.none;
  }

  form.addEventListener("input", (event) => {
    if (!isPublic(event.target, names)) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE);
  });
  ask();
}

// Links of the gate lead to one field, which may stand in a tab that opens only now.
function goToField() {
  const field = document.getElementById(window.location.hash.slice(1));
  const panel = field && field.closest("[data-panel]");
  if (!panel || panel === field) return;
  const fields = "input:not([type=hidden]), select, textarea, button[id$=-ADD]";
  const found = field.matches(fields) ? [field] : [...panel.querySelectorAll(fields)];
  const target = found.find((one) => !one.disabled && one.offsetParent);
  panel.scrollIntoView();
  (target || panel).focus({ preventScroll: true });
}

window.addEventListener("load", () => {
  document.querySelectorAll("[data-readability]").forEach(watch);
  window.setTimeout(goToField, 300);
});
