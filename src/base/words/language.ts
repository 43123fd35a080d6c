import {arabic} from "./ar.ts";
import {german} from "./de.ts";
import {english} from "./en.ts";
import {spanish} from "./es.ts";
import {french} from "./fr.ts";
import type {MessageId, Messages} from "./message.ts";
import {chinese} from "./zh.ts";

/** A language that a report can be in. */
export interface Language {
  /** What it is called in English, for help and faults. */
  readonly name: string;
  /** BCP 47, as a page names its language. */
  readonly tag: string;
  /** What the machine's tables of numbers, dates and names are asked by. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly messages: Messages;
  /** How a month is written out where no year follows: Chinese counts its months in figures. */
  readonly monthForm: "long" | "short";
  readonly hasCapitalNouns: boolean;
  /** Are days printed as `YYYY-MM-DD`, else written out? */
  readonly hasIsoDays: boolean;
  /** What the first day of a month is called where it has a form of its own. */
  readonly firstOfMonth: string | null;
}

const usual = {
  direction: "ltr",
  monthForm: "long",
  hasCapitalNouns: false,
  hasIsoDays: false,
  firstOfMonth: null,
} as const;

/** Every language of the report, by its name in settings. A new one is a file of messages and one row here. */
export const languages = {
  en: {...usual, name: "English", tag: "en", locale: "en", messages: english, hasIsoDays: true},
  es: {...usual, name: "Spanish", tag: "es", locale: "es", messages: spanish},
  fr: {...usual, name: "French", tag: "fr", locale: "fr", messages: french, firstOfMonth: "1er"},
  de: {...usual, name: "German", tag: "de", locale: "de", messages: german, hasCapitalNouns: true},
  zh: {...usual, name: "Chinese", tag: "zh-Hans", locale: "zh-Hans", messages: chinese, monthForm: "short"},
  // Figures as the web editions of the Arabic press print them, so that those of logs and tables are alike.
  ar: {...usual, name: "Arabic", tag: "ar", locale: "ar-u-nu-latn", messages: arabic, direction: "rtl"},
} as const satisfies Record<string, Language>;

/** A message as a language has it; in English where it has none. */
export function wordingIn(
  {messages, locale}: Language,
  id: MessageId,
): {readonly text: string; readonly locale: string} {
  const own = Object.hasOwn(messages, id) ? messages[id] : undefined;
  // Whoever counts in English counts by its plurals.
  return own === undefined ? {text: english[id], locale: languages.en.locale} : {text: own, locale};
}

/** The name of a language in settings. */
export type LanguageId = keyof typeof languages;

/** The names of all languages. */
export const languageIds = Object.keys(languages) as readonly LanguageId[];
