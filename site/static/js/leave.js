/* Leaving fast: cover the page at once, and leave nothing to go back to. Without this script the
   link still works. Shift three times does the same. */

const links = document.querySelectorAll("[data-leave]");

function leave(event) {
  event?.preventDefault();
  document.documentElement.classList.add("covered");
  document.title = "";
  location.replace(links[0].href);
}

if (links.length) {
  for (const link of links) link.addEventListener("click", leave);
  let presses = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    const now = Date.now();
    presses = [...presses.filter((then) => now - then < 2000), now];
    if (presses.length >= 3) leave();
  });
}

/* A page that a browser kept in memory is asked for again: it may hold answers. */
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
