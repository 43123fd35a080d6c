/** A part of a pattern: signs that stand for themselves; any within one part of a path; any at all; any folders, or none. */
export type PatternPart = {readonly text: string} | "within" | "any" | "folders";

/**
 * Tells which paths are as the parts say.
 *
 * Goes through the path once with all places of the pattern at which it may be: there is no way back, and so no path that takes long.
 */
export function compileParts(parts: readonly PatternPart[]): (path: string) => boolean {
  const [first, last] = [textOf(parts[0]), textOf(parts.at(-1))];
  const isDecidedByEnds =
    parts.filter((part) => part === "any").length === 1 &&
    parts.every(
      (part, place) => part === "any" || (typeof part === "object" && (place === 0 || place === parts.length - 1)),
    );
  const texts = parts.flatMap((part) => (typeof part === "object" ? [part.text] : []));
  const signs = parts.flatMap((part) => (typeof part === "object" ? [...part.text] : [part]));
  return (path) => {
    if (path.length < first.length + (parts.length > 1 ? last.length : 0)) return false;
    if (!path.startsWith(first) || !path.endsWith(last)) return false;
    return isDecidedByEnds || (texts.every((text) => path.includes(text)) && fitsWhole(path, signs));
  };
}

function textOf(part: PatternPart | undefined): string {
  return typeof part === "object" ? part.text : "";
}

/** @param signs Signs of one character, and `within`, `any` and `folders`. */
function fitsWhole(path: string, signs: readonly string[]): boolean {
  let here = new Uint8Array(signs.length + 1);
  let next = new Uint8Array(signs.length + 1);
  enter(here, 0, signs);
  for (const sign of path) {
    next.fill(0);
    let isAny = false;
    for (let place = 0; place < signs.length; place++) {
      if (here[place] === 0) continue;
      const wanted = signs[place]!;
      if (wanted.length === 1) {
        if (wanted === sign) enter(next, place + 1, signs);
        else continue;
      } else if (wanted === "folders") {
        // Inside a folder's name: it goes on, or ends.
        next[place] = 1;
        if (sign === "/") enter(next, place + 1, signs);
      } else if (wanted === "any" || sign !== "/") enter(next, place, signs);
      else continue;
      isAny = true;
    }
    if (!isAny) return false;
    [here, next] = [next, here];
  }
  return here[signs.length] === 1;
}

/** Marks a place, and those behind it that are reached without a sign. */
function enter(places: Uint8Array, first: number, signs: readonly string[]): void {
  let place = first;
  places[place] = 1;
  while (place < signs.length && signs[place]!.length > 1) places[++place] = 1;
}
