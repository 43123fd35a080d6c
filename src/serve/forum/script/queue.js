// Keys for those who moderate: what each of them does is a button, too.
const items = [...document.querySelectorAll(".item")];
let current = 0;

function show(place) {
  if (items.length === 0) return;
  current = Math.min(Math.max(place, 0), items.length - 1);
  items[current].focus();
}

for (const note of document.querySelectorAll(".keys")) note.hidden = false;
show(0);

document.addEventListener("focusin", (event) => {
  const place = items.findIndex((item) => item.contains(event.target));
  if (place >= 0) current = place;
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches("input:not([type=radio]), textarea, select")) return;
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    show(current + (event.key === "j" ? 1 : -1));
    return;
  }
  const found = /^[1-9sth]$/.test(event.key) ? items[current]?.querySelector(`[data-key="${event.key}"]`) : null;
  if (found === null || found === undefined) return;
  event.preventDefault();
  found.click();
});
