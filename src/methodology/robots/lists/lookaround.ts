/*
 * The engine that reads a stranger's expressions knows no "not before" and "not behind", for which another would have to go back. Where
 * what is not to stand there are plain words, at the beginning or the end of an expression, the same can be said without.
 */

const before = /^\(\?<!((?:[^()[\]{}*+?.^$\\]|\\[^A-Za-z0-9])+)\)/;
const behind = /\(\?!((?:\(\?:)?(?:[^()[\]{}*+?.^$\\]|\\[^A-Za-z0-9])+\)?)\)$/;

/** An expression without "not before" and "not behind" that fits the same texts; null where it cannot be said so. */
export function withoutLookaround(pattern: string): string | null {
  const [first, last] = [before.exec(pattern), behind.exec(pattern)];
  const middle = pattern.slice(first?.[0].length ?? 0, last === null ? undefined : last.index);
  if (/\(\?<?[!=]/.test(middle)) return null;
  // Of two expressions the sign would stand before the first alone.
  if ((first || last) && hasAlternatives(middle)) return null;
  const head = first === null ? "" : notEndingIn(wordsOf(first[1]!));
  const tail = last === null ? "" : notBeginningWith(wordsOf(last[1]!));
  return head === null || tail === null ? null : head + middle + tail;
}

function wordsOf(text: string): string[] {
  const plain = text.replace(/^\(\?:/, "").replace(/\)$/, "");
  return plain.split("|").map((word) => word.replace(/\\(.)/g, "$1"));
}

/** Does a bar stand outside of all brackets? */
function hasAlternatives(pattern: string): boolean {
  let depth = 0;
  for (const [sign] of pattern.matchAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[()|]/g)) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "|" && depth === 0) return true;
  }
  return false;
}

/** What may follow: the end, another sign than one that begins a word, or that and then not the rest of the word. */
function notBeginningWith(words: readonly string[]): string | null {
  return choice(
    words,
    "$",
    (word) => [word.slice(0, 1), word.slice(1)],
    notBeginningWith,
    (sign, rest) => sign + rest,
  );
}

function notEndingIn(words: readonly string[]): string | null {
  return choice(
    words,
    "^",
    (word) => [word.slice(-1), word.slice(0, -1)],
    notEndingIn,
    (sign, rest) => rest + sign,
  );
}

function choice(
  words: readonly string[],
  edge: string,
  part: (word: string) => [sign: string, rest: string],
  deeper: (words: readonly string[]) => string | null,
  join: (sign: string, rest: string) => string,
): string | null {
  if (words.includes("")) return null;
  const bySign = Map.groupBy(words.map(part), ([sign]) => sign.toLowerCase());
  const further = [...bySign].flatMap(([sign, own]) => {
    const rest = deeper(own.map(([, left]) => left));
    return rest === null ? [] : [join(escaped(sign), rest)];
  });
  return `(?:${[edge, `[^${[...bySign.keys()].map(escaped).join("")}]`, ...further].join("|")})`;
}

function escaped(sign: string): string {
  return /[A-Za-z0-9 ]/.test(sign) ? sign : `\\${sign}`;
}
