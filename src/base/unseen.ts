/**
 * Scripts in which a joiner or a non-joiner between two letters changes how a word is written, and may be part of its spelling:
 * those that join letters, and those of India and around it.
 */
const joining = [
  ...[
    "Arabic",
    "Syriac",
    "Mandaic",
    "Mongolian",
    "Nko",
    "Adlam",
    "Hanifi_Rohingya",
    "Devanagari",
    "Bengali",
    "Gurmukhi",
  ],
  ...[
    "Gujarati",
    "Oriya",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Sinhala",
    "Khmer",
    "Myanmar",
    "Tibetan",
    "Limbu",
  ],
]
  .map((script) => `\\p{Script=${script}}`)
  .join("");

/** Signs of those scripts that take the vowel off a letter: a joiner may stand behind one at a word's end. */
const virama = "\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca";

/** Where a character without width belongs to what is seen. */
const needed = [
  `(?<=[${joining}])[\\u200c\\u200d](?=[${joining}])`,
  `(?<=[${virama}])\\u200d`,
  // A picture put together of several, and one that is to be shown in colours, or not.
  "(?<=[\\p{Extended_Pictographic}\\ufe0f\\u{1f3fb}-\\u{1f3ff}])\\u200d(?=\\p{Extended_Pictographic})",
  "(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]",
  "(?<=[0-9#*])\\ufe0f(?=\\u20e3)",
  // Forms of one character, as names of people and places are written.
  "(?<=\\p{Script=Han})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]",
  "(?<=\\p{Script=Mongolian})[\\u180b-\\u180f]",
];

/**
 * Control characters; line ends of every kind; what is without width or turns the direction of writing (`Default_Ignorable_Code_Point`:
 * zero-width spaces and joiners, marks, embeddings, overrides, isolates, soft hyphens, fillers, selectors of variants, tags, the byte order
 * mark); anchors of notes between lines; halves of surrogate pairs. Each alternative looks at one character and its neighbours.
 */
const unseen = new RegExp(
  `${needed.join("|")}|([\\p{Cc}\\u2028\\u2029\\ufff9-\\ufffb]|\\p{Default_Ignorable_Code_Point}|\\p{Surrogate})`,
  "gu",
);

/**
 * The text with something else in place of every character that is not seen, or that changes how others are read.
 *
 * Left as they are, where a language needs them: a joiner or non-joiner between two letters of scripts that join, such as in Persian
 * or Hindi, what puts emoji together, and one selector of a variant behind a Chinese character.
 *
 * @param write What stands for such a character.
 */
export function escapeUnseen(text: string, write: (character: string) => string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(unseen, (whole: string, character: string | undefined) =>
    character === undefined ? whole : write(character),
  );
}
