import {type Cell, cell, quoted} from "./cell.ts";

/** A BCP 47 tag in its canonical form; null where the cell is empty. */
export const languageCell: Cell<string | null> = cell((text, refuse) => {
  if (text === "") return null;
  const tag = canonicalLanguage(text);
  if (tag !== null) return tag;
  const meant = canonicalLanguage(text.replaceAll("_", "-"));
  return refuse(
    `${quoted(text)} is not a language tag`,
    meant === null ? "write it like zh, fr or pt-BR" : `write ${meant}`,
  );
});

/** How is the tag written canonically (`pt-BR`)? Null where it is none. */
export function canonicalLanguage(text: string): string | null {
  // Five to eight letters are well formed, too, and no language has them: they are a name, such as "chinese".
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}
