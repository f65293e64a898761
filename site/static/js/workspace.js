// The workspace of analysts by keyboard: go from text to text, put a text or the chosen words under
// a theme, undo, note. Each change is saved at once. Without this script a form does the same.

const workspace = document.querySelector("[data-workspace]");
const say = workspace.querySelector("[data-say]");
const form = workspace.querySelector("[data-texts]");
const keysOn = document.querySelector("[data-keys-on]");
const done = []; // what can be undone, last first
const read = new Set();
let current = null;
let chosen = null; // the passage that was chosen when a search for a theme began

const cards = () => [...workspace.querySelectorAll("[data-text]")];

// What is chosen is counted as the server counts it: by code point.
function points(text) {
  return Array.from(text).length;
}

// Where a place in what is shown stands in the text itself. A character that is shown as its number
// is one character, however long its number is.
function placeIn(quote, node, offset) {
  let part = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  if (part === quote) {
    const next = quote.children[offset];
    if (next) return Number(next.dataset.start);
    const last = quote.lastElementChild;
    return last ? Number(last.dataset.start) + Number(last.dataset.length) : 0;
  }
  part = part.closest("[data-start]");
  const start = Number(part.dataset.start);
  const length = Number(part.dataset.length);
  const before = points(part.textContent.slice(0, node.nodeType === Node.TEXT_NODE ? offset : 0));
  if (points(part.textContent) === length) return start + before;
  return before ? start + length : start;
}

// The passage that is chosen with the mouse, the finger or the keyboard: null where it is none.
function chosenPassage() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const inside = (node) =>
    (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-version]");
  const quote = inside(range.startContainer);
  if (!quote) return null;
  const start = placeIn(quote, range.startContainer, range.startOffset);
  // A triple click ends at the beginning of what comes after the text.
  const last = quote.lastElementChild;
  const end =
    inside(range.endContainer) === quote
      ? placeIn(quote, range.endContainer, range.endOffset)
      : Number(last.dataset.start) + Number(last.dataset.length);
  if (start >= end) return null;
  return { card: quote.closest("[data-text]"), version: quote.dataset.version, start, end };
}

function announce(text) {
  say.textContent = "";
  setTimeout(() => (say.textContent = text), 50);
}

function markRead(card) {
  if (!card || read.has(card.dataset.text)) return;
  read.add(card.dataset.text);
  const body = new URLSearchParams({ texts: card.dataset.text });
  send(workspace.dataset.seen, body).then((response) => {
    if (response) card.classList.add("heard-text--seen");
  });
}

function goTo(card, focus = true) {
  if (!card || card === current) return;
  if (current) {
    current.classList.remove("heard-text--current");
    markRead(current);
  }
  current = card;
  card.classList.add("heard-text--current");
  if (!focus) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = cards();
  const next = all.indexOf(current) + step;
  if (next >= 0 && next < all.length) return goTo(all[next]);
  const leaf = workspace.querySelector(`.pages a[rel=${step > 0 ? "next" : "prev"}]`);
  markRead(current);
  if (current && leaf) leaf.focus();
}

async function send(address, body) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const headers = { "X-CSRFToken": token, Accept: "application/json" };
  const response = await fetch(address, { method: "POST", headers, body, keepalive: true }).catch(
    () => null,
  );
  if (!response || response.redirected || ![200, 409].includes(response.status)) {
    announce(workspace.dataset.lost);
    return null;
  }
  return response.json().catch(() => null);
}

async function act(card, fields, undoable = true) {
  const told = await send(card.dataset.address, new URLSearchParams(fields));
  if (!told) return null;
  announce(told.said);
  const fresh = replace(card, told.card);
  if (undoable && told.coding) done.push({ text: card.dataset.text, coding: told.coding });
  return { ...told, fresh };
}

// What the server says now takes the place of what was shown; what is being typed stays.
function replace(card, html) {
  if (!html) {
    card.remove();
    return null;
  }
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  const fresh = box.content.firstElementChild;
  const note = card.querySelector("[data-note] textarea");
  if (note && note.value !== note.defaultValue) {
    fresh.querySelector("[data-note]").open = true;
    fresh.querySelector("[data-note] textarea").value = note.value;
  }
  const hadFocus = card.contains(document.activeElement);
  card.replaceWith(fresh);
  withScript(fresh);
  if (card === current) {
    current = fresh;
    fresh.classList.add("heard-text--current");
    if (hadFocus) fresh.focus({ preventScroll: true });
  }
  return fresh;
}

function put(theme, passage = chosenPassage()) {
  const card = passage ? passage.card : current;
  if (!card) return announce(workspace.dataset.noWords);
  goTo(card, false);
  if (passage) {
    const { version, start, end } = passage;
    return act(card, { go: "passage", theme, version, start, end });
  }
  const there = card.querySelector(`[data-out][data-whole][data-theme="${theme}"]`);
  return there ? takeOut(there) : act(card, { go: "text", theme });
}

function takeOut(button) {
  const card = button.closest("[data-text]");
  return act(card, { go: "out", coding: button.dataset.out }, false);
}

function undo() {
  const last = done.pop();
  const card = last && cards().find((one) => one.dataset.text === last.text);
  if (!card) return announce(workspace.dataset.undone);
  return act(card, { go: "out", coding: last.coding }, false);
}

function note(card) {
  if (!card) return announce(workspace.dataset.noWords);
  const box = card.querySelector("[data-note]");
  box.open = true;
  box.querySelector("textarea").focus();
}

function saveNote(card) {
  const area = card.querySelector("[data-note] textarea");
  area.defaultValue = area.value;
  return act(card, { go: "note", note: area.value }, false);
}

function find() {
  chosen = chosenPassage();
  if (!chosen && !current) return announce(workspace.dataset.noWords);
  const dialog = document.getElementById("finder");
  dialog.querySelector("input").value = "";
  dialog.returnValue = "";
  dialog.showModal();
}

function found(dialog) {
  const typed = dialog.querySelector("input").value.trim().toLowerCase();
  if (dialog.returnValue !== "put" || !typed) return;
  const names = [...workspace.querySelectorAll("[data-code]")];
  const called = (code) => code.dataset.name.toLowerCase();
  const code =
    names.find((one) => called(one) === typed) ||
    names.find((one) => called(one).startsWith(typed)) ||
    names.find((one) => called(one).includes(typed));
  if (code) put(code.dataset.code, chosen);
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  u: undo,
  n: () => note(current),
  c: find,
  "/": () => document.getElementById("q").focus(),
  "?": () => document.getElementById("keys").showModal(),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn.checked) return;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || document.querySelector("dialog[open]")) return;
  const code = workspace.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  const go = code && event.key ? () => put(code.dataset.code) : KEYS[event.key];
  if (!go) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // some of these keys mean something else in the rest of the admin
  go();
}

function withScript(root) {
  for (const one of root.querySelectorAll("[data-out], [data-save-note], [data-code]")) {
    one.hidden = false;
  }
}

function clicked(event) {
  const out = event.target.closest("[data-out]");
  if (out) return takeOut(out);
  if (event.target.closest("[data-save-note]")) return saveNote(event.target.closest("[data-text]"));
  const code = event.target.closest("[data-code]");
  if (code) return put(code.dataset.code);
  const opens = event.target.closest("[data-open]");
  if (opens) return document.getElementById(opens.dataset.open).showModal();
  const card = event.target.closest("[data-text]");
  if (card) goTo(card, false);
}

workspace.classList.add("heard-workspace--keys");
for (const one of workspace.querySelectorAll("[data-with-script]")) one.hidden = false;
withScript(workspace);
workspace.addEventListener("click", clicked);
// A press on a theme must not undo what is chosen in the text.
workspace.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-code]")) event.preventDefault();
});
workspace.addEventListener("focusin", (event) => goTo(event.target.closest("[data-text]"), false));
window.addEventListener("keydown", pressed, { capture: true });
window.addEventListener("keypress", pressed, { capture: true });
document.getElementById("finder").addEventListener("close", (event) => found(event.target));
keysOn.checked = localStorage.getItem("heard-keys") !== "off";
keysOn.addEventListener("change", () =>
  localStorage.setItem("heard-keys", keysOn.checked ? "on" : "off"),
);
