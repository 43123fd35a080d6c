import {english} from "./en.ts";
import type {MessageId} from "./message.ts";

/** Every message in one language: the compiler asks for each of them. */
export type Messages = Readonly<Record<MessageId, string>>;

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
}

const usual = {direction: "ltr", monthForm: "long", hasCapitalNouns: false, hasIsoDays: false} as const;

/** Every language of the report, by its name in settings. A new one is a folder of messages and one row here. */
export const languages = {
  en: {...usual, name: "English", tag: "en", locale: "en", messages: english, hasIsoDays: true},
} as const satisfies Record<string, Language>;

/** The name of a language in settings. */
export type LanguageId = keyof typeof languages;

/** The names of all languages. */
export const languageIds = Object.keys(languages) as readonly LanguageId[];
