import {Translator} from "../../base/words/translator.ts";

const words = new Translator("en");
/** Figures are the same where they differ in none of these. */
const mostDecimals = 9;

/** What came of asking: what was looked at is as it has to be, something is not, or something could not be looked at. */
export type Answer = "verified" | "differs" | "could not be checked";

/** Something that is not as it has to be, or that could not be looked at. */
export interface Finding {
  readonly answer: Exclude<Answer, "verified">;
  /** The file in the edition, with its line where it has one; null where it is of no file. */
  readonly file: string | null;
  /** Which figure: `Distinct users, September 2005`; null where it is none. */
  readonly cell: string | null;
  /** What the edition says, as it was published or as its file has it; null where it is no value. */
  readonly published: string | null;
  /** What it is when it is looked at, made or counted again; null where there is none. */
  readonly now: string | null;
  /** Of two figures: how many digits after the point the report prints of them. */
  readonly decimals?: number | undefined;
  /** What is wrong or could not be done, and why; a sentence. */
  readonly cause: string;
  /** What can be tried, where something can. */
  readonly advice?: VerifyAdvice | undefined;
}

/** What somebody can try who verifies: each place words it in its own way. */
export const verifyAdvice = ["compare-key", "give-key", "ask-for-key"] as const;
/** One of {@link verifyAdvice}. */
export type VerifyAdvice = (typeof verifyAdvice)[number];

/** A level's answer by itself. */
export interface LevelAnswer {
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** The worst of its findings. */
  readonly answer: Answer;
  /** What was looked at and found right, in sentences. */
  readonly checked: readonly string[];
  readonly findings: readonly Finding[];
  /** What nobody could tell from what was at hand, however right it is; in sentences. */
  readonly limits?: readonly string[];
}

/** A finding without a figure. */
export function differs(file: string | null, cause: string, more: Partial<Finding> = {}): Finding {
  return {answer: "differs", file, cell: null, published: null, now: null, cause, ...more};
}

/** What could not be looked at. */
export function unchecked(file: string | null, cause: string, more: Partial<Finding> = {}): Finding {
  return {answer: "could not be checked", file, cell: null, published: null, now: null, cause, ...more};
}

/** A value as it is told: as many digits as tell it from another. */
export function valueText(value: number | null): string {
  return value === null ? "–" : String(value);
}

/** The value that such a text tells; null where it is none, NaN where it tells something else. */
export function valueTold(text: string | null): number | null {
  return text === null || text === valueText(null) ? null : Number(text);
}

/** A figure as a report prints it, in English. */
export function figureText(value: number, decimals: number): string {
  return words.number(value, decimals);
}

/** Two figures as a report prints them, with more digits where they would be the same. */
export function figureTexts(values: readonly [number | null, number | null], decimals: number): [string, string] {
  const [one, other] = values.map((value) => (value === null ? "–" : figureText(value, decimals))) as [string, string];
  return one === other && decimals < mostDecimals ? figureTexts(values, decimals + 1) : [one, other];
}

/** The worst that several answers say. */
export function worst(answers: readonly Answer[]): Answer {
  if (answers.includes("differs")) return "differs";
  return answers.includes("could not be checked") ? "could not be checked" : "verified";
}

/** A level's answer from what was found. */
export function answerOf(
  level: LevelAnswer["level"],
  checked: readonly string[],
  findings: readonly Finding[],
): LevelAnswer {
  // What could not be looked at says nothing for it.
  const isEmpty = checked.length === 0 && findings.length === 0;
  const answer = isEmpty ? "could not be checked" : worst(findings.map((one) => one.answer));
  return {level, answer, checked, findings};
}
