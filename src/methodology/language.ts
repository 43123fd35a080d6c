import {canonicalLanguage} from "../workspace/language-cell.ts";

const names = new Intl.DisplayNames(["en"], {type: "language"});

/** What is the language called in English? The tag itself where there is no name for it. */
export function languageTitle(tag: string): string {
  return canonicalLanguage(tag) === null ? tag : (names.of(tag) ?? tag);
}
