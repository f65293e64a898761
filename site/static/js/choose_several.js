/* An answer that goes with no other: ticking it unticks the others, and the other way round. Without
   this script the server says so. */

const boxes = [...document.querySelectorAll(".choices input[type=checkbox]")];
const isAlone = (box) => box.closest("[data-alone]") !== null;

for (const box of boxes) {
  box.addEventListener("change", () => {
    if (!box.checked) return;
    for (const other of boxes) {
      if (other !== box && (isAlone(box) || isAlone(other))) other.checked = false;
    }
  });
}
