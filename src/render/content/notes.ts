import type {Figures, Note, Report} from "../../report/report.ts";
import {isRuleNote} from "../../report/rule-changes.ts";
import {wordsOf} from "./report-words.ts";

/** The notes printed under one number. */
export interface MarkedNote {
  readonly mark: number;
  /** Their sentences in order, joined; still untrusted text. */
  readonly text: string;
  /** The measures that carry the mark, in the order of the table. */
  readonly measures: readonly Figures[];
}

/** The report's notes as they are printed: one entry a number, in the order of the numbers. */
export function notesByMark(report: Report): MarkedNote[] {
  const words = wordsOf(report);
  const marks = [...new Set(report.notes.map(({mark}) => mark))].sort((a, b) => a - b);
  return marks.map((mark) => ({
    mark,
    text: words.sentences(report.notes.filter((note) => note.mark === mark).map(({text}) => text)),
    measures: report.measures.filter((figures) => marksOf(figures, report.notes).includes(mark)),
  }));
}

/** The numbers that stand beside a measure's label, each once, rising. */
export function marksOf(figures: Figures, notes: readonly Note[]): number[] {
  const marks = notes.filter(({id}) => figures.notes.includes(id)).map(({mark}) => mark);
  return [...new Set(marks)].sort((a, b) => a - b);
}

/** The numbers that every measure carries: they are said once where there is room for it. */
export function marksOfAll({measures, notes}: Pick<Report, "measures" | "notes">): number[] {
  const [first, ...others] = measures;
  if (first === undefined) return [];
  return marksOf(first, notes).filter((mark) => others.every((figures) => marksOf(figures, notes).includes(mark)));
}

/** The numbers that stand beside a month's name: of what changes from that month on. */
export function marksOfMonth(month: string, notes: readonly Note[]): number[] {
  return notes.filter(({id, columns}) => isRuleNote(id) && columns.includes(month)).map(({mark}) => mark);
}
