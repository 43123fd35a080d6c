import {Translator} from "../../base/words/translator.ts";
import {dayAt} from "../../base/zone.ts";
import type {KnownFigure} from "../../report/commentary/fill-commentary.ts";
import type {Commentary} from "../../report/commentary/prose.ts";
import {readCommentary} from "../../report/commentary/read-commentary.ts";
import type {Report} from "../../report/report.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "../store/store.ts";
import {makeReport} from "./make-report.ts";

/** A commentary that is being written. */
export interface WrittenCommentary {
  readonly period: string;
  /** The file that it is for, for faults. */
  readonly name: string;
  readonly text: string;
}

/**
 * The commentary as the report would have it, with its figures filled in, though it is in no file yet.
 *
 * @throws {UserError} COMMENTARY_REFUSED with the line, or as `makeReport`
 */
export async function previewCommentary(
  store: Store,
  {period, name, text}: WrittenCommentary,
  attendance: Attendance = {},
): Promise<Commentary> {
  readCommentary(text, name);
  const request = {period, compare: "none", tables: "commentary", commentary: {name, text}};
  const {commentary} = await makeReport(store, request, attendance);
  return commentary!;
}

/**
 * The same out of a report that there is, where it has all figures that the text names: at once, as somebody types.
 *
 * @returns null where it does not have them.
 * @throws {UserError} COMMENTARY_REFUSED with the line
 */
export async function fillFromReport(
  report: Report,
  {name, text}: Pick<WrittenCommentary, "name" | "text">,
): Promise<Commentary | null> {
  const draft = readCommentary(text, name);
  const place = (period: string): number => report.columns.findIndex((column) => column.period === period);
  const isThere = draft.figures.every(({measure, period}) => {
    const isKnown = report.measures.some(({id}) => id === measure);
    return isKnown && (period.name === report.period || place(period.name) !== -1);
  });
  if (!isThere) return null;
  const figuresOf = ({name: period}: {readonly name: string}): KnownFigure[] =>
    report.measures.map(({id, decimals, total, totalReason, values, reasons}) => {
      const column = place(period);
      if (period === report.period) return {id, decimals, value: total, reason: totalReason};
      return {id, decimals, value: values[column] ?? null, reason: reasons[column] ?? null};
    });
  const {fillCommentary} = await import("../../report/commentary/fill-commentary.ts");
  return fillCommentary(draft, figuresOf, new Translator(report.language, report.labels));
}

/** What a commentary begins with that nobody has written yet. */
export function begunCommentary({workspace, now}: Pick<Store, "workspace" | "now">, by: string): string {
  return `---\nby: ${JSON.stringify(by)}\ndate: ${dayAt(now(), workspace.config.timeZone)}\n---\n\n`;
}
