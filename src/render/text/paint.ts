/** Emphasis for a terminal. It never carries meaning alone: without it the text says the same. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
}

/** Emphasis in escape sequences, or none where the text goes into a pipe or `NO_COLOR` is set. */
export function openPaint({color}: {readonly color: boolean}): Paint {
  if (!color) return {strong: (text) => text, faint: (text) => text};
  return {
    strong: (text) => `\x1b[1m${text}\x1b[22m`,
    faint: (text) => `\x1b[2m${text}\x1b[22m`,
  };
}
