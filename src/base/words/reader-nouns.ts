import type {LanguageId} from "./language.ts";

/**
 * What the publisher calls readers, where texts say "users".
 *
 * The label of the figure has all that texts need: its noun stands in the plural, and what a language makes of a plural by rule is made. Where no
 * rule is known, the text keeps its own word.
 */
interface ReaderNouns {
  /** In the place of "distinct users": the label as it is. */
  readonly distinct: string;
  /** In the place of "users": without the word for "distinct". */
  readonly plural: string;
  /** In the place of "user"; null where it cannot be told. */
  readonly singular: string | null;
}

interface NounRules {
  /** What a label may say for "distinct"; texts that need the noun alone leave it out. */
  readonly distinct: RegExp;
  readonly singularOf: (plural: string) => string | null;
  /** What stands in the messages, in small letters, and what stands there then; null leaves it. Longer texts first. */
  readonly places: readonly (readonly [text: string, word: (nouns: ReaderNouns) => string | null])[];
}

/** The plural without its ending; null where it has none. */
const cut = (many: string, ending: RegExp): string | null => (ending.test(many) ? many.replace(ending, "") : null);
const singular = ({singular: one}: ReaderNouns): string | null => one;
const plural = ({plural: many}: ReaderNouns): string => many;
const distinct = ({distinct: many}: ReaderNouns): string => many;
const singularAfter = (before: string) => (nouns: ReaderNouns) =>
  nouns.singular === null ? null : `${before} ${nouns.singular}`;

/** The definite plural without its article: "القراء" gives "قراء". */
const indefinite = ({plural: many}: ReaderNouns): string | null => (/^ال./u.test(many) ? many.slice(2) : null);

const rules: Readonly<Record<LanguageId, NounRules>> = {
  en: {
    distinct: /^(?:distinct|different|unique) /iu,
    singularOf: (many) => (/[^s]s$/u.test(many) ? many.replace(/ies$/u, "ys").replace(/s$/u, "") : null),
    places: [
      ["distinct users", distinct],
      ["distinct user", singular],
      ["users", plural],
      ["user", singular],
    ],
  },
  de: {
    distinct: /^(?:verschiedene|eindeutige) /iu,
    // "Leser" is one and many.
    singularOf: (many) => (/^\S+er$/u.test(many) ? many : null),
    places: [
      ["verschiedenen nutzer", plural],
      [
        "verschiedene nutzer",
        (nouns) => (nouns.distinct === nouns.plural ? nouns.plural : `verschiedene ${nouns.plural}`),
      ],
      ...["pro", "je", "ein", "selben", "#"].map((before) => [`${before} nutzer`, singularAfter(before)] as const),
      ["nutzern", ({plural: many}) => (/[ns]$/u.test(many) ? many : `${many}n`)],
      ["nutzer", plural],
    ],
  },
  fr: {
    distinct: / (?:distincts|différents|uniques)$/iu,
    singularOf: (many) => cut(many, /(?<=[^s])s$/u),
    places: [
      ["utilisateurs distincts", distinct],
      ["utilisateur distinct", singular],
      [
        "d’utilisateurs",
        ({plural: many}) => (/^[aeiouyhéèêàâîôû]/iu.test(many) ? `d’${inSmall(many)}` : `de ${inSmall(many)}`),
      ],
      ["utilisateurs", plural],
      ["utilisateur", singular],
    ],
  },
  es: {
    distinct: / (?:únicos|distintos)$/iu,
    singularOf: (many) => cut(many, /(?<=[dlnr])es$|s$/u),
    places: [
      ["usuarios únicos", distinct],
      ["usuario único", singular],
      ["usuarios", plural],
      ["usuario", singular],
    ],
  },
  ar: {
    distinct: / (?:الفريدون|المختلفون)$/u,
    singularOf: () => null,
    places: [
      ["المستخدمون الفريدون", distinct],
      ["المستخدمين الفريدين", ({distinct: many}) => many.replace(/ون(?= |$)/gu, "ين")],
      ["المستخدمون", plural],
      ["المستخدمين", ({plural: many}) => many.replace(/ون$/u, "ين")],
      ["مستخدمون", indefinite],
      // Before what they are of, a plural of this form ends without its last letter.
      ["مستخدمو", (nouns) => indefinite(nouns)?.replace(/(?<=و)ن$/u, "") ?? null],
      ["مستخدمي", (nouns) => indefinite(nouns)?.replace(/ون$/u, "ي") ?? null],
    ],
  },
  zh: {
    distinct: /^独立/u,
    singularOf: (many) => many,
    places: [
      ["独立用户", distinct],
      ["用户", plural],
    ],
  },
};

/** Where a word ends, where letters stand around it: Chinese has no spaces, and Arabic writes its "and" with the word. A name in braces is no word. */
const boundaries: Partial<Record<LanguageId, readonly [before: string, after: string]>> = {
  zh: ["(?<!\\{)", ""],
  ar: ["(?<!\\{)", "(?![\\p{L}\\p{M}])"],
};

/** A label whose noun can stand within a sentence: words alone, and not many. */
const isNoun = /^[\p{L}\p{M}][\p{L}\p{M} ’-]{0,39}$/u;

/**
 * A message in which readers are called as the publisher calls them.
 *
 * @param text Of one of our messages, in the language.
 * @param label Of the figure of readers: `Readers`, `Distinct readers`. One that is no plain noun, such as a sentence, leaves the text as it is.
 */
export function withReaderNouns(text: string, label: string, language: LanguageId): string {
  const {distinct: marks, singularOf, places} = rules[language];
  const many = label.replace(marks, "");
  if (!isNoun.test(label) || many === "") return text;
  const nouns = {distinct: label, plural: many, singular: singularOf(many)};
  const words = new Map(places);
  const alternatives = places.map(([place]) => place).join("|");
  const [before, after] = boundaries[language] ?? ["(?<![\\p{L}{])", "(?![\\p{L}-])"];
  return text.replace(new RegExp(`${before}(?:${alternatives})${after}`, "giu"), (found) => {
    const word = words.get(found.toLowerCase())?.(nouns) ?? null;
    return word === null ? found : likeInCase(word, found, language);
  });
}

/** With a capital where the text has one, and in small letters else, but in German. */
function likeInCase(word: string, found: string, language: LanguageId): string {
  if (/^\p{Lu}/u.test(found)) return word.charAt(0).toUpperCase() + word.slice(1);
  return language === "de" ? word : inSmall(word);
}

/** "FM listeners" keeps its capitals. */
function inSmall(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}
