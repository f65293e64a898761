/* Putting things in order without asking the server each time. What is in the list stands in the
   form; a press moves it, says so, and keeps the focus on the same button where it is still there. */

const list = document.querySelector("[data-ordering]");

if (list) {
  const placedList = list.querySelector("[data-placed-things]");
  const leftList = list.querySelector("[data-left-things]");
  const firstOrder = [...list.querySelectorAll("[data-thing]")];
  const asAsked = list.dataset.things.split(" ");
  const said = list.querySelector("[data-said]");
  const title = list.querySelector("h2");

  const button = (thing, way) => thing.querySelector(`[value^="${way}:"]`);

  function show() {
    const placed = [...placedList.children];
    for (const thing of firstOrder) {
      const place = placed.indexOf(thing);
      const has = place >= 0;
      thing.querySelector(".placed").hidden = !has;
      thing.querySelector("input").disabled = !has;
      button(thing, "in").hidden = has;
      button(thing, "up").hidden = place === 0;
      button(thing, "down").hidden = place === placed.length - 1;
    }
    list.querySelector("[data-none]").hidden = placed.length > 0;
    const next = list.querySelector("[data-left-title]");
    next.hidden = leftList.children.length === 0;
    next.textContent = placed.length ? list.dataset.next : list.dataset.first;
  }

  function takeOut(thing) {
    const after = asAsked.slice(asAsked.indexOf(thing.dataset.thing) + 1);
    const next = [...leftList.children].find((one) => after.includes(one.dataset.thing));
    leftList.insertBefore(thing, next ?? null);
  }

  const moves = {
    in: (thing) => placedList.append(thing),
    out: takeOut,
    up: (thing) => thing.previousElementSibling?.before(thing),
    down: (thing) => thing.nextElementSibling?.after(thing),
  };

  function focusAfter(way, thing) {
    if (way === "in") return leftList.querySelector("button:not([hidden])") ?? title;
    if (way === "out") return title;
    const same = button(thing, way);
    return same.hidden ? button(thing, way === "up" ? "down" : "up") : same;
  }

  function say(thing) {
    const place = [...placedList.children].indexOf(thing) + 1;
    const words = place ? list.dataset.placed : list.dataset.out;
    const all = leftList.children.length ? "" : ` ${list.dataset.all}`;
    const label = thing.querySelector("[data-label]").textContent;
    said.textContent = words.replace("%thing", label).replace("%place", place) + all;
  }

  list.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    event.preventDefault();
    const thing = pressed.closest("[data-thing]");
    const way = pressed.value.split(":")[0];
    moves[way](thing);
    show();
    say(thing);
    focusAfter(way, thing).focus();
  });
}
