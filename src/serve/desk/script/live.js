/*
 * A page that shows how long work goes: asks for itself again whenever something has changed, without a reload, and only while it is
 * looked at, as a browser keeps few connections open.
 */

const selector = "[data-live]";
let events = null;

function listen() {
  const live = document.querySelector(selector);
  if (live === null || document.hidden || events !== null) return;
  events = new EventSource(live.dataset.live);
  events.onmessage = () => show().catch(() => {});
  events.onerror = () => {
    // It has ended, or was cut off: what there is to be seen is seen once more, and followed where it goes on.
    stop();
    setTimeout(() => show().then(listen, listen), 1000);
  };
}

function stop() {
  events?.close();
  events = null;
}

async function show() {
  const answer = await fetch(location.href, {credentials: "same-origin"});
  if (!answer.ok || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("#content");
  const shown = document.querySelector("#content");
  if (now === null || shown === null) return;
  const focused = shown.contains(document.activeElement) ? document.activeElement?.id : "";
  shown.replaceChildren(...now.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  if (document.querySelector(selector) === null) stop();
}

document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
listen();
