import {IntlMessageFormat} from "intl-messageformat";
import {countryNames} from "../country.ts";
import {type LanguageId, languages} from "./language.ts";
import type {MessageId} from "./message.ts";

/** How one language prints messages, numbers, dates and names; made once and used by all reports. */
export interface Voice {
  formatOf(id: MessageId): IntlMessageFormat;
  number(value: number, decimals: number): string;
  readonly months: Readonly<Record<"whole" | "long" | "short", Intl.DateTimeFormat>>;
  readonly days: Readonly<Record<"long" | "short", (date: Date) => string>>;
  readonly weekdays: Intl.DateTimeFormat;
  readonly listed: Intl.ListFormat;
  readonly either: Intl.ListFormat;
  countryOf(code: string): string;
  languageOf(tag: string): string;
}

const voices = new Map<LanguageId, Voice>();

/** The voice of a language. */
export function voiceOf(id: LanguageId): Voice {
  const voice = voices.get(id) ?? makeVoice(id);
  voices.set(id, voice);
  return voice;
}

function makeVoice(id: LanguageId): Voice {
  const {locale, messages} = languages[id];
  // The English of Britain has no comma before "and".
  const listLocale = locale === "en" ? "en-GB" : locale;
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, {...options, timeZone: "UTC", calendar: "gregory"});
  const formats = new Map<MessageId, IntlMessageFormat>();
  return {
    formatOf: (message) => {
      // Nothing in a message is markup: "<0.1%" stands for itself.
      const format =
        formats.get(message) ?? new IntlMessageFormat(messages[message], locale, undefined, {ignoreTag: true});
      formats.set(message, format);
      return format;
    },
    number: numberPrinter(locale),
    months: {
      whole: dates({year: "numeric", month: "long"}),
      long: dates({month: "long"}),
      short: dates({month: "short"}),
    },
    days: {long: dayPrinter(dates({dateStyle: "long"})), short: dayPrinter(dates({dateStyle: "medium"}))},
    weekdays: dates({weekday: "long"}),
    listed: new Intl.ListFormat(listLocale),
    either: new Intl.ListFormat(listLocale, {type: "disjunction"}),
    countryOf: countryNames(locale),
    languageOf: languagePrinter(locale),
  };
}

/**
 * Thousands and decimals as the language writes them; the value itself is never rounded, only its print.
 *
 * A value that rounds to nothing is printed 0, not −0. The same digits in every language: they are taken from one decimal.
 */
function numberPrinter(locale: string): Voice["number"] {
  const formats = new Map<number, Intl.NumberFormat>();
  return (value, decimals) => {
    // A missing figure is null and never comes here.
    if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
    const digits = {minimumFractionDigits: decimals, maximumFractionDigits: decimals};
    const format = formats.get(decimals) ?? new Intl.NumberFormat(locale, digits);
    formats.set(decimals, format);
    const decimal = Math.abs(value).toFixed(decimals);
    const printed = format.format(decimal as `${number}`);
    return value < 0 && /[1-9]/.test(decimal) ? `−${printed}` : printed;
  };
}

/** Without the marks of direction that figures in a right-to-left language come with: what is printed holds none. */
function dayPrinter(format: Intl.DateTimeFormat): (date: Date) => string {
  // Arabic prints days in figures alone from the right; its readers know them from the left, too.
  return (date) => format.format(date).replace(/[\u061c\u200e\u200f]/g, "");
}

function languagePrinter(locale: string): Voice["languageOf"] {
  const names = new Intl.DisplayNames([locale], {type: "language"});
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
