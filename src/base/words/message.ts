import type {english} from "./en.ts";

/** The name of something that a report says. */
export type MessageId = keyof typeof english;

/** The messages of one language. One that it lacks is said in English, and the tests list it; one of another name is refused by the compiler. */
export type Messages = Readonly<Partial<Record<MessageId, string>>>;

type Before<Text extends string, Mark extends string> = Text extends `${infer Head}${Mark}${string}` ? Head : Text;
type HeadOf<Text extends string> = Before<Before<Before<Text, ",">, "}">, "{">;
type NameIn<Head extends string> = Head extends `${string} ${string}` | `#${string}` | "" ? never : Head;
/** The names that stand in braces in a message: `{count, plural, …}` and `{month}`; a branch has spaces or begins with #. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Rest}`
  ? NameIn<HeadOf<Rest>> | NamesIn<Rest>
  : never;

/** The names of the values that a message needs. */
export type ValueNames<Id extends MessageId> = NamesIn<(typeof english)[Id]>;

/** What a message may hold: text as it stands, a count for its plural, or something that each language says its own way. */
export type MessageValue = string | number | Translatable;

/** Something that a report says, before it is said in a language: which message, and what stands in it. */
export class Message {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, MessageValue>>;

  constructor(id: MessageId, values: Readonly<Record<string, MessageValue>>) {
    this.id = id;
    this.values = values;
  }
}

/** The name of what one is counted in. */
export type UnitId = Extract<MessageId, `unit.${string}`>;

/**
 * What one is counted in. It is a name until it is printed, so that nothing is decided by a word that each language has another one for.
 */
export type Unit = Message & {readonly id: UnitId};

/** The same as data, which may be copied. */
export type UnitData = Pick<Unit, "id" | "values">;

/** What each language prints by a rule of its own, and not by a message. */
export type DisplayedValue =
  | {readonly kind: "figure"; readonly value: number; readonly decimals: number}
  | {readonly kind: "month" | "monthName" | "period" | "day" | "country" | "language" | "command"; readonly of: string}
  | {readonly kind: "weekday"; readonly of: number}
  | {readonly kind: "listed" | "either" | "series" | "clauses" | "sentences"; readonly parts: readonly Wording[]}
  | {readonly kind: "capital"; readonly of: Wording};

/** Something that each language prints its own way: a figure, a month, a list. */
export class FormattedValue {
  readonly shown: DisplayedValue;

  constructor(shown: DisplayedValue) {
    this.shown = shown;
  }
}

/** What has to be said in a language to become text. */
export type Translatable = Message | FormattedValue;

/** What stands in a report: text of the publisher's or of a log as it is, or what has to be said in its language. */
export type Wording = string | Translatable;

/** Something that a report says; a message without values is named alone. */
export function message<Id extends MessageId>(
  id: Id,
  ...values: [ValueNames<Id>] extends [never] ? [] : [Readonly<Record<ValueNames<Id>, MessageValue>>]
): Message & {readonly id: Id} {
  return new Message(id, values[0] ?? {}) as Message & {readonly id: Id};
}

/** A number with so many digits after the point. A count that governs a plural is given as a plain number. */
export function figure(value: number, decimals = 0): FormattedValue {
  return new FormattedValue({kind: "figure", value, decimals});
}

/** A month `YYYY-MM` with its year: "July 2005". */
export function month(of: string): FormattedValue {
  return new FormattedValue({kind: "month", of});
}

/** A month `YYYY-MM` without its year: "July". */
export function monthName(of: string): FormattedValue {
  return new FormattedValue({kind: "monthName", of});
}

/** A period by its name, as in a headline: "second half of 2005". */
export function period(of: string): FormattedValue {
  return new FormattedValue({kind: "period", of});
}

/** A day `YYYY-MM-DD`. */
export function day(of: string): FormattedValue {
  return new FormattedValue({kind: "day", of});
}

/** A day of the week, 0 for Monday. */
export function weekday(of: number): FormattedValue {
  return new FormattedValue({kind: "weekday", of});
}

/** A country by its code, ISO 3166-1 alpha-2; the code itself where it is none. */
export function country(of: string): FormattedValue {
  return new FormattedValue({kind: "country", of});
}

/** A language by its tag, BCP 47; the tag itself where it has no name. */
export function language(of: string): FormattedValue {
  return new FormattedValue({kind: "language", of});
}

/** A command by its name, of the program that every report names: "broadsheet departments". */
export function command(of: string): FormattedValue {
  return new FormattedValue({kind: "command", of});
}

/** The parts as one phrase: "a, b and c". */
export function listed(parts: readonly Wording[]): FormattedValue {
  return new FormattedValue({kind: "listed", parts});
}

/** The parts one after the other: "a, b, c". */
export function series(parts: readonly Wording[]): FormattedValue {
  return new FormattedValue({kind: "series", parts});
}

/** The parts as alternatives: "a, b or c". */
export function either(parts: readonly Wording[]): FormattedValue {
  return new FormattedValue({kind: "either", parts});
}

/** Clauses of one sentence: "a; b". */
export function clauses(parts: readonly Wording[]): FormattedValue {
  return new FormattedValue({kind: "clauses", parts});
}

/** Sentences that follow each other. */
export function sentences(parts: readonly Wording[]): FormattedValue {
  return new FormattedValue({kind: "sentences", parts});
}

/** The same as the beginning of a sentence. */
export function capital(of: Wording): FormattedValue {
  return new FormattedValue({kind: "capital", of});
}

/** Is it something to be said, and not a figure or data? */
export function isSpoken(thing: unknown): thing is Translatable {
  return thing instanceof Message || thing instanceof FormattedValue;
}
