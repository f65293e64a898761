// Which characters of a text are chosen, counted as the server counts them: by code point.

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
export function chosenPassage() {
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
