/* While very many people send at once: let this browser do its sum, then send by itself. Without
   this script, or where the browser cannot do it, the page says how long to wait. */

const form = document.querySelector("[data-sum]");

if (form && window.Worker && window.crypto?.subtle) {
  const worker = new Worker(form.dataset.worker, { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    form.elements.proof.value = data;
    form.submit();
  });
  worker.addEventListener("error", () => {
    document.querySelector("[data-working]").hidden = true;
  });
  document.querySelector("[data-working]").hidden = false;
  worker.postMessage(form.dataset.sum);
}
