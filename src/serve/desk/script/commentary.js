// Shows a commentary with its figures while it is written: the same page that the button shows, of which the one part is taken.
const form = document.querySelector("form.writing");
const text = form?.querySelector("textarea");
const restMs = 900;
let waiting = 0;
let isAsking = false;
let isOutdated = false;

async function look() {
  if (isAsking) {
    isOutdated = true;
    return;
  }
  isAsking = true;
  isOutdated = false;
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, {method: "POST", body, credentials: "same-origin"});
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const shown = page.getElementById("look");
    const old = document.getElementById("look");
    // Without it the session has ended, and the button says so.
    if (shown !== null && old !== null) old.replaceWith(shown);
    else if (shown !== null) form.before(shown);
  } catch {
    // The desk is away; the button says so.
  } finally {
    isAsking = false;
  }
  if (isOutdated) await look();
}

text?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, restMs);
});
