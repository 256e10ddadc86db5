// Makes delivering nicer where the browser runs it: files can be dropped, sending shows how far it is, and a page that
// waits for a job follows it. Without it the same pages work with a button and a link.

for (const form of document.querySelectorAll("form[data-deliver]")) makeDroppable(form);
const live = document.querySelector("[data-live]");
if (live !== null) follow(live);

function makeDroppable(form) {
  const area = form.querySelector("[data-drop]");
  const input = form.querySelector("input[type=file]");
  area.querySelector("[data-drop-hint]").hidden = false;
  const show = (isOver) => area.classList.toggle("wb-drop-over", isOver);
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    show(true);
  });
  area.addEventListener("dragleave", () => show(false));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    show(false);
    if (event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change"));
  });
  const chosen = form.querySelector("[data-chosen]");
  input.addEventListener("change", () => {
    const bytes = [...input.files].reduce((sum, file) => sum + file.size, 0);
    const count = input.files.length;
    chosen.textContent =
      count === 0 ? "" : `${count} ${count === 1 ? "bestand" : "bestanden"} gekozen, ${size(bytes)}.`;
  });
  form.addEventListener("submit", (event) => {
    if (input.files.length === 0) return;
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  const button = form.querySelector("button");
  const bar = form.querySelector("progress");
  const words = form.querySelector("[data-sending]");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", ({loaded, total}) => {
    bar.max = total;
    bar.value = loaded;
    words.textContent = `${size(loaded)} van ${size(total)} verstuurd. Laat deze pagina open tot alles verstuurd is.`;
  });
  request.addEventListener("load", () => {
    if (request.status < 400) return location.assign(request.responseURL);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    stop(page.querySelector(".wb-alert p")?.textContent ?? "Het versturen lukte niet. Probeer het opnieuw.");
  });
  request.addEventListener("error", () => stop("Het versturen is afgebroken. Er is niets bewaard. Stuur het opnieuw."));
  const stop = (line) => {
    words.textContent = line;
    bar.hidden = true;
    button.disabled = false;
  };
  bar.hidden = false;
  button.disabled = true;
  request.send(new FormData(form));
}

function follow(area) {
  const seconds = 1;
  const ask = async () => {
    try {
      const answer = await fetch(location.href, {cache: "no-store"});
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("[data-live]");
      // It is another page now: shown as the browser shows any page.
      if (next === null || next.dataset.live !== area.dataset.live) return location.reload();
      area.replaceChildren(...next.childNodes);
    } catch {
      // The server may be away for a moment; the next time it may be there.
    }
    setTimeout(ask, seconds * 1000);
  };
  setTimeout(ask, seconds * 1000);
}

function size(bytes) {
  const [unit, divisor] = bytes >= 1e9 ? ["GB", 1e9] : bytes >= 1e6 ? ["MB", 1e6] : ["kB", 1e3];
  return `${(bytes / divisor).toLocaleString("nl-NL", {maximumFractionDigits: unit === "kB" ? 0 : 1})} ${unit}`;
}
