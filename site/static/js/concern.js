// Shows what to do about the kind of worry that is chosen, and the way to 999. Without it, both
// stand on the page for every kind.
const category = document.querySelector("select[name=category]");
const pathways = document.querySelector("[data-pathways]");
const danger = document.querySelector("[data-for-outcome=danger]");
const outcomes = document.querySelectorAll("input[name=outcome]");

function show() {
  for (const one of pathways.querySelectorAll("[data-pathway]")) {
    one.hidden = Boolean(category.value) && one.dataset.pathway !== category.value;
  }
  if (category.value) pathways.open = true;
  const chosen = [...outcomes].find((one) => one.checked);
  danger.hidden = chosen?.value !== "danger";
}

if (category && pathways && danger) {
  category.addEventListener("change", show);
  outcomes.forEach((one) => one.addEventListener("change", show));
  show();
}
