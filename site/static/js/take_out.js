/* Taking words out of a text: what is ticked shows in the text, and words that are selected there
   can be taken out with a button. Without this script the boxes and the field do the same. */

const at = (root, key) => root.querySelectorAll(`[data-key="${key}"]`);

function wordsOf(selection, text) {
  if (selection.rangeCount === 0 || selection.isCollapsed) return "";
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return "";
  const chosen = range.cloneContents();
  for (const instead of chosen.querySelectorAll("ins")) instead.remove();
  for (const end of chosen.querySelectorAll("br")) end.replaceWith(" ");
  return chosen.textContent.replace(/\s+/g, " ").trim();
}

function follow(box, text) {
  for (const line of box.querySelectorAll(".heard-take__line")) {
    const tick = line.querySelector("[type=checkbox]");
    const instead = line.querySelector("[type=text]");
    const show = () => {
      for (const mark of at(text, line.dataset.key)) {
        mark.classList.toggle("heard-out--left", !tick.checked);
        mark.querySelector("ins").textContent = instead.value;
      }
    };
    tick.addEventListener("change", show);
    instead.addEventListener("input", show);
    show();
  }
}

function offer(box, text) {
  const button = box.querySelector("[data-take-selected]");
  const field = box.querySelector("[data-take-out]");
  let words = "";
  text.after(button); // beside the words, where the eye is
  document.addEventListener("selectionchange", () => {
    const now = wordsOf(document.getSelection(), text);
    if (!now && document.activeElement === button) return;
    words = now;
    button.hidden = !words;
    const short = words.length > 40 ? `${words.slice(0, 40)}…` : words;
    button.textContent = button.dataset.words.replace("%s", () => short);
  });
  button.addEventListener("click", () => {
    const lines = field.value.split("\n").filter((line) => line.trim());
    if (words && !lines.includes(words)) lines.push(words);
    field.value = `${lines.join("\n")}\n`;
    document.getSelection().removeAllRanges();
    button.hidden = true;
  });
}

for (const box of document.querySelectorAll("[data-take]")) {
  const text = document.querySelector(`[data-marked="${box.dataset.take}"]`);
  follow(box, text);
  offer(box, text);
}
