import {IntlMessageFormat} from "intl-messageformat";
import {countryNames} from "../country.ts";
import {type LanguageId, languages, wordingIn} from "./language.ts";
import type {MessageId} from "./message.ts";

/** How a date is printed: a month with its year, in full or shortened, a day in full or as in a cell, a day of the week. */
const dateForms = {
  month: {year: "numeric", month: "long"},
  longMonth: {month: "long"},
  shortMonth: {month: "short"},
  longDay: {dateStyle: "long"},
  shortDay: {dateStyle: "medium"},
  weekday: {weekday: "long"},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type DateForm = keyof typeof dateForms;

/** How one language prints messages, numbers, dates and names; made once and used by all reports. */
export interface LocaleFormats {
  formatOf(id: MessageId): IntlMessageFormat;
  /** The same of a text that is changed before; it is made anew each time. */
  changedFormatOf(id: MessageId, change: (text: string, language: LanguageId) => string): IntlMessageFormat;
  number(value: number, decimals: number): string;
  date(form: DateForm, date: Date): string;
  list(type: "conjunction" | "disjunction", parts: readonly string[]): string;
  countryOf(code: string): string;
  languageOf(tag: string): string;
}

/** The voice of a language. */
export const localeFormats = remembered(makeVoice);

function makeVoice(id: LanguageId): LocaleFormats {
  const language = languages[id];
  const {locale} = language;
  const dates = remembered((form: DateForm) => {
    return new Intl.DateTimeFormat(locale, {...dateForms[form], timeZone: "UTC", calendar: "gregory"});
  });
  // The English of Britain has no comma before "and".
  const listLocale = locale === "en" ? "en-GB" : locale;
  const lists = remembered((type: "conjunction" | "disjunction") => new Intl.ListFormat(listLocale, {type}));
  return {
    // Nothing in a message is markup: "<0.1%" stands for itself.
    formatOf: remembered((message: MessageId) => {
      const wording = wordingIn(language, message);
      return new IntlMessageFormat(wording.text, wording.locale, undefined, {ignoreTag: true});
    }),
    changedFormatOf: (message, change) => {
      const wording = wordingIn(language, message);
      const text = change(wording.text, wording.locale === locale ? id : "en");
      return new IntlMessageFormat(text, wording.locale, undefined, {ignoreTag: true});
    },
    number: numberPrinter(locale),
    date: (form, date) => withoutMarks(dates(form).format(date)),
    list: (type, parts) => lists(type).format(parts),
    countryOf: countryNames(locale),
    languageOf: languagePrinter(locale),
  };
}

/** The same function, which makes each thing when it is first asked for it: those of Intl take milliseconds, and few are used. */
function remembered<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
}

/**
 * Thousands and decimals as the language writes them; the value itself is never rounded, only its print.
 *
 * A value that rounds to nothing is printed 0, not −0. The same digits in every language: they are taken from one decimal.
 */
function numberPrinter(locale: string): LocaleFormats["number"] {
  const formats = remembered((decimals: number) => {
    return new Intl.NumberFormat(locale, {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
  });
  return (value, decimals) => {
    // A missing figure is null and never comes here.
    if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
    const decimal = Math.abs(value).toFixed(decimals);
    const printed = formats(decimals).format(decimal as `${number}`);
    return value < 0 && /[1-9]/.test(decimal) ? `−${printed}` : printed;
  };
}

/** Without the marks of direction that figures in a right-to-left language come with: what is printed holds none. */
function withoutMarks(date: string): string {
  // Arabic prints days in figures alone from the right; its readers know them from the left, too.
  return date.replace(/[\u061c\u200e\u200f]/g, "");
}

function languagePrinter(locale: string): LocaleFormats["languageOf"] {
  let names: Intl.DisplayNames | null = null;
  return (tag) => {
    names ??= new Intl.DisplayNames([locale], {type: "language"});
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
