/* The count of a session, read again every ten seconds while somebody looks at it. */

const shown = document.querySelector("#count");

async function read() {
  if (document.hidden) return;
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const count = page.querySelector("#count")?.textContent;
  if (count && count !== shown.textContent) shown.textContent = count;
}

setInterval(read, 10_000);
