/* Drawing by finger, mouse or keyboard. The paper has a fixed size, whatever the screen, so nothing
   is lost when a phone is turned. What is posted are lines, not points of light: the server makes
   the picture. Without this script, a picture can be sent and words can be written. */

const SHEET = [1000, 800];
const INKS = {
  black: "#16283a", red: "#c0271a", orange: "#e8790c", yellow: "#ffc93c", green: "#1f7a3f",
  blue: "#1c5fbf", purple: "#6b3fa0", brown: "#7a4a21", white: "#ffffff",
};
const WIDTHS = { thin: 5, middle: 12, thick: 28 };
const MOST_POINTS = 38_000;
const NEAR = 3; // a point nearer than this to the last one says nothing new
const STEP = 20; // how far an arrow key moves the pen
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

const box = document.querySelector("[data-draw]");
const canvas = box.querySelector("canvas");
const paper = canvas.getContext("2d");
const pen = box.querySelector(".sheet__pen");
const field = box.querySelector("[name=answer_strokes]");
const said = box.querySelector("[data-said]");

let strokes = read();
let undone = []; // what the paper was before each step
let stroke = null; // the one that is being drawn
let place = [SHEET[0] / 2, SHEET[1] / 2]; // of the keyboard's pen
let isDown = false; // the keyboard's pen

function read() {
  try {
    return JSON.parse(field.value || box.dataset.drawn || "[]");
  } catch {
    return [];
  }
}

function say(sentence) {
  said.textContent = sentence;
}

function chosen(name) {
  return box.querySelector(`[name=${name}]:checked`).value;
}

function inside([x, y]) {
  return [Math.round(Math.min(Math.max(x, 0), SHEET[0])), Math.round(Math.min(Math.max(y, 0), SHEET[1]))];
}

function show(one, from = 0) {
  paper.strokeStyle = paper.fillStyle = INKS[one.c];
  paper.lineWidth = WIDTHS[one.w];
  paper.lineCap = paper.lineJoin = "round";
  paper.beginPath();
  paper.moveTo(one.p[from], one.p[from + 1]);
  for (let at = from; at < one.p.length; at += 2) paper.lineTo(one.p[at], one.p[at + 1]);
  paper.stroke();
}

function showAll() {
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, ...SHEET);
  for (const one of strokes) show(one);
}

function nPoints() {
  return strokes.reduce((sum, one) => sum + one.p.length / 2, 0);
}

function keep() {
  field.value = JSON.stringify(strokes);
}

function begin(at) {
  if (nPoints() >= MOST_POINTS) {
    say(box.dataset.full);
    return;
  }
  undone.push([...strokes]);
  stroke = { c: chosen("colour"), w: chosen("width"), p: inside(at) };
  strokes.push(stroke);
  show(stroke);
}

function goOn(at) {
  if (!stroke) return;
  const [x, y] = inside(at);
  const [lastX, lastY] = stroke.p.slice(-2);
  if (Math.hypot(x - lastX, y - lastY) < NEAR) return;
  if (nPoints() >= MOST_POINTS) {
    end();
    say(box.dataset.full);
    return;
  }
  stroke.p.push(x, y);
  show(stroke, stroke.p.length - 4);
}

function end() {
  if (stroke) keep();
  stroke = null;
}

/* By finger or mouse */

function on(event) {
  const shown = canvas.getBoundingClientRect();
  return [
    ((event.clientX - shown.left) / shown.width) * SHEET[0],
    ((event.clientY - shown.top) / shown.height) * SHEET[1],
  ];
}

canvas.addEventListener("pointerdown", (event) => {
  if (!event.isPrimary || event.button) return;
  canvas.setPointerCapture(event.pointerId);
  lift();
  begin(on(event));
});
canvas.addEventListener("pointermove", (event) => {
  if (!event.isPrimary || isDown) return;
  const between = event.getCoalescedEvents?.() ?? [];
  for (const one of between.length ? between : [event]) goOn(on(one));
});
for (const name of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(name, (event) => event.isPrimary && !isDown && end());
}

/* By keyboard */

function lift() {
  if (isDown) end();
  isDown = false;
  pen.classList.remove("sheet__pen--down");
}

function movePen() {
  pen.style.left = `${(place[0] / SHEET[0]) * 100}%`;
  pen.style.top = `${(place[1] / SHEET[1]) * 100}%`;
}

function third(at, whole) {
  return Math.min(2, Math.floor((at / whole) * 3));
}

function where([x, y]) {
  return box.dataset.places.split("|")[third(y, SHEET[1]) * 3 + third(x, SHEET[0])];
}

function press(event) {
  const move = ARROWS[event.key];
  if (move) {
    const before = where(place);
    place = inside([place[0] + move[0], place[1] + move[1]]);
    if (isDown) goOn(place);
    if (where(place) !== before) say(where(place));
  } else if (event.key === " " && isDown) {
    lift();
    say(box.dataset.up);
  } else if (event.key === " ") {
    begin(place);
    isDown = stroke !== null;
    pen.classList.toggle("sheet__pen--down", isDown);
    if (isDown) say(box.dataset.down);
  } else {
    return;
  }
  event.preventDefault();
  movePen();
}

canvas.addEventListener("keydown", press);
canvas.addEventListener("focus", () => {
  pen.hidden = !canvas.matches(":focus-visible");
  movePen();
});
canvas.addEventListener("blur", () => {
  lift();
  pen.hidden = true;
});

/* Undo, empty paper, and what was there before */

function goBackTo(before, sentence) {
  lift();
  strokes = before;
  showAll();
  keep();
  say(sentence);
}

box.querySelector("[data-undo]").addEventListener("click", () => {
  const before = undone.pop() ?? strokes.slice(0, -1);
  goBackTo(before, box.dataset.undone);
});
box.querySelector("[data-clear]").addEventListener("click", () => {
  if (!strokes.length) return;
  undone.push(strokes);
  goBackTo([], box.dataset.cleared);
});

box.hidden = false;
for (const kept of document.querySelectorAll("[data-kept=drawn]")) kept.remove();
showAll();
