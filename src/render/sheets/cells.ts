import {parsePeriod} from "../../base/period.ts";
import type {Translator} from "../../base/words/translator.ts";
import {isPercent} from "../../report/unit.ts";
import {monthAndYear} from "../content/months.ts";
import {widthOf} from "../text/wrap.ts";
import {legalText} from "./names.ts";
import {isNumber, type LiftedCell, type LiftedColumn, type LiftedTable, type NumberCell} from "./table.ts";

/** How a number is shown by a spreadsheet, in the language's own signs for groups and decimals. */
export interface NumberForm {
  readonly decimals: number;
  /** What stands before and behind, such as a sign of percent: the value itself is not multiplied. */
  readonly before: string;
  readonly after: string;
  /** A share from 0 to 1, which the spreadsheet itself shows in percent. */
  readonly isRatio: boolean;
  /** Whether a plus is shown. */
  readonly isSigned: boolean;
}

/** What stands in a cell of a spreadsheet. */
export type SheetValue =
  | {readonly kind: "empty"}
  | {readonly kind: "text"; readonly text: string}
  | {readonly kind: "number"; readonly value: number; readonly form: NumberForm; readonly isReported: boolean}
  /** `YYYY-MM-DD`. */
  | {readonly kind: "date"; readonly day: string; readonly isMonth: boolean};

/** The most that a cell of Excel holds, in UTF-16 units. */
const mostText = 32_767;

/** Dates before are no numbers to every spreadsheet alike: Excel takes 1900 for a leap year. */
const firstDay = "1900-03-01";

/** What a spreadsheet is given for a cell. Text is made visible, and is text whatever it begins with. */
export function sheetValue(cell: LiftedCell, words: Translator): SheetValue {
  if (cell === null || cell === "") return {kind: "empty"};
  if (typeof cell === "string") return {kind: "text", text: shownText(cell)};
  if (isNumber(cell)) {
    const {value, print, isReported = false} = cell;
    return value === null ? {kind: "empty"} : {kind: "number", value, form: formOf(print, words), isReported};
  }
  const {date} = cell;
  if (isCalendarDay(date) && date >= firstDay) return {kind: "date", day: date, isMonth: false};
  const first = `${date}-01`;
  if (isCalendarDay(first) && first >= firstDay) return {kind: "date", day: first, isMonth: true};
  return {kind: "text", text: shownText(periodText(date, words))};
}

/** The head of a column: a month is a date. */
export function headValue({label, period}: LiftedColumn): SheetValue {
  const first = `${period}-01`;
  if (period !== undefined && isCalendarDay(first) && first >= firstDay)
    return {kind: "date", day: first, isMonth: true};
  return {kind: "text", text: shownText(label)};
}

/** How many columns stay in view when a table is moved sideways: up to the one that says what a row is. */
export function frozenColumns(table: LiftedTable): number {
  // A rank stands before the name.
  return table.columns.findIndex(({id}) => id === "label") + 1 || 1;
}

/** Does a column hold numbers, so that its head stands over their ends? */
export function isNumberColumn({rows, columns}: LiftedTable, i: number): boolean {
  return columns[i]!.period !== undefined || rows.some((row) => isNumber(row[i] ?? null));
}

const [narrowest, widest, widestNotes] = [8, 72, 44];

/** The width of each column in letters: what it holds, within bounds; longer text is wrapped. */
export function sheetWidths(table: LiftedTable, words: Translator): number[] {
  return [...table.columns.keys()].map((i) => {
    const cells = table.rows.map((row) => widthOf(shownValue(sheetValue(row[i] ?? null, words), words)));
    const {id, label, period} = table.columns[i]!;
    const most = id === "notes" ? widestNotes : widest;
    // A month is not broken over two lines, and is set bold.
    const head = period === undefined ? Math.min(widthOf(label), 24) : widthOf(label) + 2;
    return Math.min(most, Math.max(narrowest, head + 3, ...cells.map((length) => length + 3)));
  });
}

/** How many lines a row takes in columns of these widths. */
export function rowLines(row: LiftedTable["rows"][number], table: LiftedTable, widths: readonly number[]): number {
  const lines = [...table.columns.keys()].map((i, place) => {
    const cell = row[i] ?? null;
    const [length, width] = [typeof cell === "string" ? widthOf(cell) : 0, widths[place]!];
    // Lines break at spaces, and so are not filled.
    return length < width ? 1 : Math.ceil((length * 1.1) / (width - 2));
  });
  return Math.max(1, ...lines);
}

/** A number or a date as it is shown, for readers that look at nothing else. */
export function shownValue(value: SheetValue, words: Translator): string {
  if (value.kind === "text") return value.text;
  if (value.kind === "date") return value.isMonth ? monthAndYear(value.day.slice(0, 7), words) : value.day;
  if (value.kind === "empty") return "";
  const {decimals, before, after, isRatio, isSigned} = value.form;
  const sign = isSigned && value.value > 0 ? "+" : "";
  const number = words.number(isRatio ? value.value * 100 : value.value, decimals);
  return `${before}${sign}${number}${isRatio ? "%" : after}`;
}

function formOf(print: NumberCell["print"], words: Translator): NumberForm {
  const bare = {before: "", after: "", isRatio: false, isSigned: false};
  if (print === "degrees") return {...bare, decimals: 2};
  if (print === "ratio") return {...bare, decimals: 1, isRatio: true};
  if (print === "change") return {...bare, ...percentSigns(words), decimals: 1, isSigned: true};
  const {decimals, unit = null} = print;
  return unit !== null && isPercent(unit) ? {...bare, ...percentSigns(words), decimals} : {...bare, decimals};
}

function percentSigns(words: Translator): Pick<NumberForm, "before" | "after"> {
  const [before = "", after = ""] = words.t("percent", {number: "0"}).split("0");
  return {before, after};
}

function periodText(period: string, words: Translator): string {
  try {
    return words.period(parsePeriod(period, "1970-01-01").name);
  } catch {
    return period;
  }
}

function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

function shownText(text: string): string {
  const shown = legalText(text);
  if (shown.length <= mostText) return shown;
  const end = shown.codePointAt(mostText - 2)! > 0xffff ? mostText - 2 : mostText - 1;
  return `${shown.slice(0, end)}…`;
}
