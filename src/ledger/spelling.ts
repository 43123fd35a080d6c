/** How often, and where first, a name is spelt in one way. */
export interface Spelling {
  readonly text: string;
  /** Only names of one group are compared: cities of one region. */
  readonly group: string;
  /** Where it stands first. */
  readonly line: number;
  /** In how many rows. */
  readonly rowCount: number;
}

/** Two spellings that are probably one name. */
export interface SpellingPair {
  readonly likelier: Spelling;
  readonly rarer: Spelling;
}

/** Spellings as they are found, each with where it stands first and how often. */
export class Spellings {
  readonly #found = new Map<string, {text: string; group: string; line: number; rowCount: number}>();

  /** Takes down one. */
  add(text: string, group: string, line: number): void {
    const key = `${group}\n${text}`;
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, {text, group, line, rowCount: 1});
    else known.rowCount++;
  }

  /** In the order in which they were found. */
  all(): Spelling[] {
    return [...this.#found.values()];
  }
}

/**
 * Which of the spellings differ in capitals, marks, spaces and hyphens only? Each but the likeliest, with the likeliest.
 *
 * The likelier is that which stands in more rows; of two alike, the one that was written first.
 */
export function sameButForMarks(spellings: readonly Spelling[]): SpellingPair[] {
  const lettered = spellings.filter(({text}) => plainLetters(text) !== "");
  const groups = Map.groupBy(lettered, ({text, group}) => `${group}\n${plainLetters(text)}`);
  return [...groups.values()].flatMap((alike) => {
    const [likelier, ...others] = alike.toSorted((a, b) => b.rowCount - a.rowCount || a.line - b.line);
    return others.map((rarer) => ({likelier: likelier!, rarer}));
  });
}

/** Shorter names differ by a letter and are two, as Bonn and Born; so do names with a number. */
const comparable = /^\P{N}{5,}$/u;

/**
 * Which of the spellings are a slip of the finger apart: a letter too many, too few, changed or swapped?
 *
 * Names are not compared each with each: two that are a slip apart have a form in common when each leaves out a letter.
 */
export function slipApart(spellings: readonly Spelling[]): SpellingPair[] {
  const pairs = new Map<string, SpellingPair>();
  const byForm = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const letters = plainLetters(spelling.text);
    if (!comparable.test(letters)) continue;
    for (const form of new Set([letters, ...shorterBy1(letters)])) {
      const key = `${spelling.group}\n${form}`;
      const known = byForm.get(key) ?? [];
      for (const other of known) {
        const isRarer = other.rowCount < spelling.rowCount;
        const [likelier, rarer] = isRarer ? [spelling, other] : [other, spelling];
        if (isSlip(letters, plainLetters(other.text))) {
          pairs.set(`${rarer.group}\n${rarer.text}\n${likelier.text}`, {likelier, rarer});
        }
      }
      byForm.set(key, [...known, spelling]);
    }
  }
  return [...pairs.values()];
}

/** The letters and digits of a name alone: small, without marks. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
}

function shorterBy1(letters: string): string[] {
  const list = Array.from(letters);
  return list.map((_, place) => list.toSpliced(place, 1).join(""));
}

/** Is it one letter too many, too few, changed, or two swapped? */
function isSlip(one: string, other: string): boolean {
  const [short, long] = [one, other].map((text) => Array.from(text)).toSorted((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  const begin = short.findIndex((letter, place) => letter !== long[place]);
  if (begin === -1) return long.length - short.length === 1;
  const rest = (letters: readonly string[], from: number): string => letters.slice(begin + from).join("");
  if (long.length - short.length === 1) return rest(short, 0) === rest(long, 1);
  if (long.length !== short.length) return false;
  if (rest(short, 1) === rest(long, 1)) return true;
  const isSwapped = short[begin] === long[begin + 1] && short[begin + 1] === long[begin];
  return isSwapped && rest(short, 2) === rest(long, 2);
}
