/** The drawing's marks alone: no style of Plot's own, no line of no points, no labels that only repeat ours, short coordinates. */
export function innerMarks(drawing: Element): string {
  for (const style of drawing.querySelectorAll("style")) style.remove();
  // A country that the map does not show.
  for (const path of drawing.querySelectorAll("path:not([d])")) path.remove();
  for (const element of drawing.querySelectorAll("*")) {
    element.removeAttribute("aria-label");
    // No attribute of SVG takes its value; the style sheet asks for the same.
    element.removeAttribute("font-variant");
    for (const {name, value} of [...element.attributes]) element.setAttribute(name, shortNumbers(value));
  }
  return drawing.innerHTML;
}

function shortNumbers(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
