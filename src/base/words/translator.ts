import type {IntlMessageFormat} from "intl-messageformat";
import {isMonth, parsePeriod} from "../period.ts";
import {type Labels, labelled} from "./labels.ts";
import {type Language, type LanguageId, languages, wordingIn} from "./language.ts";
import {type LocaleFormats, localeFormats} from "./locale-formats.ts";
import {
  type DisplayedValue,
  FormattedValue,
  Message,
  type MessageId,
  type MessageValue,
  message,
  type UnitData,
  type ValueNames,
  type Wording,
} from "./message.ts";
import {withReaderNouns} from "./reader-nouns.ts";

/** Messages that call readers by a label, by the labels of a report: each of its parts says some of them. */
const renamed = new WeakMap<Labels, Map<string, IntlMessageFormat>>();

/** Says things in one language, with the publisher's own labels. */
export class Translator {
  readonly language: Language;
  /** The publisher's own, by their ids. */
  readonly labels: Labels;
  readonly #voice: LocaleFormats;

  constructor(id: LanguageId, labels: Labels = {}) {
    this.language = languages[id];
    this.labels = labels;
    this.#voice = localeFormats(id);
  }

  /** The text of something that a report says. */
  translate(wording: Wording): string {
    if (wording instanceof Message) return this.#translateMessage(wording);
    return wording instanceof FormattedValue ? this.#show(wording.shown) : wording;
  }

  /** The text of one message. */
  t<Id extends MessageId>(
    id: Id,
    ...values: [ValueNames<Id>] extends [never] ? [] : [Readonly<Record<ValueNames<Id>, MessageValue>>]
  ): string {
    return this.translate(message(id, ...values));
  }

  /** The text of a message whose values are checked elsewhere. */
  sayWith(id: MessageId, values: Readonly<Record<string, MessageValue>>): string {
    return this.translate(new Message(id, values));
  }

  /** What one is counted in, as it is called. */
  unit({id, values}: UnitData): string {
    return this.sayWith(id, values);
  }

  /** The publisher's own label for something, else what it is called. */
  label(id: string, wording: Wording): string {
    return labelled(this.labels, id) ?? this.translate(wording);
  }

  /** The first of the publisher's own labels that there is; null where there is none. */
  firstLabel(ids: readonly string[]): string | null {
    return ids.flatMap((id) => labelled(this.labels, id) ?? [])[0] ?? null;
  }

  /** A number as printed, with so many digits after the point. */
  number(value: number, decimals = 0): string {
    return this.#voice.number(value, decimals);
  }

  /**
   * A share of a whole, from 0 to 1, as printed: one digit after the point.
   *
   * A share that is not none is never printed as 0.0%, nor one that is not all as 100.0%.
   */
  share(shareRatio: number): string {
    if (shareRatio > 0 && shareRatio < 0.0005) return this.t("percent-below", {number: this.number(0.1, 1)});
    if (shareRatio < 1 && shareRatio >= 0.9995) return this.t("percent-above", {number: this.number(99.9, 1)});
    return this.t("percent", {number: this.number(shareRatio * 100, 1)});
  }

  /** The month `YYYY-MM` with its year. */
  month(month: string): string {
    return this.#voice.date("month", dateOf(month));
  }

  /** The month `YYYY-MM` without its year. */
  monthName(month: string): string {
    return this.#voice.date(`${this.language.monthForm}Month`, dateOf(month));
  }

  /** The month `YYYY-MM` without its year, as it heads a column. */
  shortMonth(month: string): string {
    // English prints three letters of September, too.
    if (this.language.tag === "en") return this.monthName(month).slice(0, 3);
    return this.#voice.date("shortMonth", dateOf(month));
  }

  /** The day `YYYY-MM-DD`. */
  day(day: string): string {
    return this.#day(day, "long");
  }

  /** The day `YYYY-MM-DD` as it stands in a cell. */
  shortDay(day: string): string {
    return this.#day(day, "short");
  }

  /** The period as it is called within a sentence: "the second half of 2005". */
  periodWithin(name: string): string {
    const [year, part] = [name.slice(0, 4), name.slice(6)];
    if (/^\d{4}-H\d$/.test(name)) return this.t("half-year-within", {part, year});
    return /^\d{4}-Q\d$/.test(name) ? this.t("quarter-within", {part, year}) : this.period(name);
  }

  /** A month or a period as it is named beside figures: by its short name in English, as in headlines elsewhere. */
  key(period: string): string {
    return this.language.hasIsoDays ? period : this.period(period);
  }

  /** The parts as one phrase: `a, b and c`. */
  listed(parts: readonly string[]): string {
    return this.#voice.list("conjunction", parts);
  }

  /** The parts one after the other: `a, b, c`. */
  series(parts: readonly string[]): string {
    return parts.join(wordingIn(this.language, "between-parts").text);
  }

  /** Clauses of one sentence: `a; b`. */
  clauses(parts: readonly string[]): string {
    return parts.join(wordingIn(this.language, "between-clauses").text);
  }

  /** Sentences that follow each other. */
  sentences(parts: readonly string[]): string {
    return parts.join(wordingIn(this.language, "between-sentences").text);
  }

  /** A label as it stands within a sentence: in small letters, but for languages that write nouns with a capital. */
  within(label: string): string {
    // "AI robots" keeps its capitals.
    if (this.language.hasCapitalNouns || !/^\p{Lu}\p{Ll}/u.test(label)) return label;
    return label.charAt(0).toLocaleLowerCase(this.language.locale) + label.slice(1);
  }

  /** From one month to another, both inclusive. */
  span(first: string, last: string): string {
    if (first === last) return this.month(first);
    if (first.slice(0, 4) !== last.slice(0, 4)) {
      return this.t("span", {from: this.month(first), until: this.month(last)});
    }
    const year = first.slice(0, 4);
    return this.t("span-of-year", {from: this.monthName(first), until: this.monthName(last), year});
  }

  /** The period as in a headline: "second half of 2005". */
  period(name: string): string {
    if (isMonth(name)) return this.month(name);
    const year = name.slice(0, 4);
    if (/^\d{4}$/.test(name)) return this.t("year", {year});
    const part = name.slice(6);
    if (/^\d{4}-H\d$/.test(name)) return this.t("half-year", {part, year});
    if (/^\d{4}-Q\d$/.test(name)) return this.t("quarter", {part, year});
    const {months} = parsePeriod(name, "1970-01-01");
    return this.span(months[0]!, months.at(-1)!);
  }

  #day(day: string, form: "long" | "short"): string {
    const {hasIsoDays, firstOfMonth} = this.language;
    if (hasIsoDays) return day;
    const text = this.#voice.date(`${form}Day`, dateOf(day));
    return firstOfMonth === null ? text : text.replace(/^1(?= )/, firstOfMonth);
  }

  #translateMessage({id, values}: Message): string {
    const told = Object.entries(values).map(([name, value]) => {
      return [name, typeof value === "number" ? value : this.translate(value)] as const;
    });
    const own = labelled(this.labels, id);
    if (own !== null)
      return told.reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), own);
    return this.#formatOf(id).format(Object.fromEntries(told)) as string;
  }

  /** Texts call readers as the publisher does. */
  #formatOf(id: MessageId): IntlMessageFormat {
    const readers = labelled(this.labels, "measure.readers");
    // An AI that a user asks is asked by nobody's reader.
    if (readers === null || id.startsWith("robots-")) return this.#voice.formatOf(id);
    const formats = renamed.get(this.labels) ?? new Map<string, IntlMessageFormat>();
    renamed.set(this.labels, formats);
    const key = `${this.language.tag} ${id}`;
    const format =
      formats.get(key) ?? this.#voice.changedFormatOf(id, (text, language) => withReaderNouns(text, readers, language));
    formats.set(key, format);
    return format;
  }

  #show(shown: DisplayedValue): string {
    switch (shown.kind) {
      case "figure":
        return this.number(shown.value, shown.decimals);
      case "either":
        return this.#voice.list(
          "disjunction",
          shown.parts.map((part) => this.translate(part)),
        );
      case "listed":
      case "series":
      case "clauses":
      case "sentences":
        return this[shown.kind](shown.parts.map((part) => this.translate(part)));
      case "command":
        return `broadsheet ${shown.of}`;
      case "capital":
        return capitalOf(this.translate(shown.of), this.language);
      case "weekday":
        // 3 January 2000 was a Monday.
        return this.#voice.date("weekday", new Date(Date.UTC(2000, 0, 3 + shown.of)));
      case "country":
        return this.#voice.countryOf(shown.of);
      case "language":
        return this.#voice.languageOf(shown.of);
      default:
        return this[shown.kind](shown.of);
    }
  }
}

function dateOf(text: string): Date {
  return new Date(`${text.length === 7 ? `${text}-01` : text}T00:00:00Z`);
}

/** The text as it begins a sentence. */
export function capitalOf(text: string, {locale}: Language): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
