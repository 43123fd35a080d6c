const mark = "\ufeff";

interface Line {
  readonly text: string;
  readonly end: string;
}

/**
 * The text that a person typed, in the form of the file that it was made of: its line ends and its byte order mark.
 *
 * A form gives every line end back as a return and a line feed, whatever it was. Lines that are as they were keep the end
 * that they had; others have that of most.
 *
 * @param before What the file held; null where there was none.
 */
export function inFormOf(before: Buffer | null, typed: string): Buffer {
  const text = before?.toString("utf8") ?? "";
  const old = linesOf(text.startsWith(mark) ? text.slice(1) : text);
  const lines = linesOf(typed).map(({text: one}) => one);
  const usual = usualEnd(old);
  const length = Math.min(old.length, lines.length);
  let head = 0;
  while (head < length && old[head]!.text === lines[head]) head++;
  let tail = 0;
  while (tail < length - head && old.at(-1 - tail)!.text === lines.at(-1 - tail)) tail++;
  const whole = lines.map((line, place) => {
    const fromEnd = lines.length - 1 - place;
    if (fromEnd === 0) return line;
    const end = place < head ? old[place]!.end : fromEnd < tail ? old.at(-1 - fromEnd)!.end : "";
    return `${line}${end === "" ? usual : end}`;
  });
  return Buffer.from(`${text.startsWith(mark) ? mark : ""}${whole.join("")}`);
}

/** The last has no end, and no text where the file ends with a line's end. */
function linesOf(text: string): Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
    .map(([, line = "", end = ""]): Line => ({text: line, end}))
    .filter(({text: line, end}, place, all) => end !== "" || line !== "" || all[place - 1]?.end !== "" || place === 0);
}

function usualEnd(lines: readonly Line[]): string {
  const counts = new Map<string, number>();
  for (const {end} of lines) if (end !== "") counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? "\n";
}
