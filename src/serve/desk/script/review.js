/* The terminal's keys on a page of the review. Without script every one of them is a link or a button. */

const form = document.querySelector("form.decide");
const own = document.querySelector("#own");
const note = document.querySelector(".keys");
if (note) note.hidden = false;

/** What a key stands for: a reason to be chosen, a button, or a link. */
const keyed = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);

/** The button whose decision waits for a reason. */
let waiting = null;

const hasReason = () => own.value.trim() !== "" || form.querySelector("input[name=reason]:checked") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const isTyping = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  if (isTyping) {
    if (event.key === "Escape") own.blur();
    if (event.key === "Enter" && event.target === own && waiting !== null && hasReason()) {
      event.preventDefault();
      form.requestSubmit(waiting);
    }
    return;
  }
  const found = /^[1-5brdlnpu]$/.test(event.key) ? keyed(event.key) : null;
  if (found === null) return;
  event.preventDefault();
  if (found.name === "decision" && found.value !== "later" && !hasReason()) {
    waiting = found;
    own.focus();
  } else found.click();
});
