import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../base/error.ts";
import {joinAnd, plural, visible} from "../../base/text.ts";
import {Translator} from "../../base/words/translator.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import {placeText} from "../../ledger/ledger-fault.ts";
import {examineBooks} from "../../operations/report/examine-books.ts";
import {unreadSentences} from "../../render/content/account.ts";
import type {Report} from "../../report/report.ts";
import {type AnnouncementRecord, movedDoubt} from "../../report/restate/edition.ts";
import {isRestatedNote} from "../../report/restate/marks.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {judgedBy, judgedOtherwise} from "./judged-by.ts";
import type {EditionOutputs} from "./outputs.ts";

/** Something that a publisher has to accept before a report is published with it. */
export interface EditionDoubt {
  readonly id:
    | "undecided-clients"
    | "missing-days"
    | "hours-without-line"
    | "refused-files"
    | "readers-not-recorded"
    | typeof movedDoubt
    | "ledger"
    | "announced-otherwise"
    | "without-pdf";
  /** In a sentence: of what the report says itself, in its words. */
  readonly text: string;
}

/** What is doubtful in a report that is to be published, and in what can be made of it? */
export function findDoubts(
  report: Report,
  made: EditionOutputs,
  workspace: Workspace,
  announced: AnnouncementRecord | null,
): readonly EditionDoubt[] {
  const noteOf = (id: string): string | undefined => report.notes.find((note) => note.id === id)?.text;
  const words = new Translator(report.language, report.labels);
  const undecided = noteOf("undecided-clients");
  const hours = noteOf("hours-without-line");
  return [
    ...(undecided === undefined ? [] : [{id: "undecided-clients" as const, text: undecided}]),
    ...missingDays(report, noteOf("days-covered")),
    ...(hours === undefined ? [] : [{id: "hours-without-line" as const, text: hours}]),
    ...unreadSentences(report, words).map((text) => {
      return {id: "refused-files" as const, text};
    }),
    ...readersNotRecorded(noteOf),
    ...movedFigures(report, words),
    ...ledgerDoubts(workspace),
    ...announcedOtherwise(report, workspace, announced),
    ...[...made.values()].flatMap((file) => (file instanceof UserError ? [withoutPdf(file)] : [])),
  ];
}

/** Lines of clients that nobody can tell apart, and the tables that cannot be made of them. */
function readersNotRecorded(noteOf: (id: string) => string | undefined): EditionDoubt[] {
  const texts = ["readers-not-recorded", "tables-not-recorded"].flatMap((id) => noteOf(id) ?? []);
  return texts.length === 0 ? [] : [{id: "readers-not-recorded", text: texts.join(" ")}];
}

function withoutPdf({found}: UserError): EditionDoubt {
  return {id: "without-pdf", text: `The edition has no PDF: ${found}`};
}

function missingDays({columns}: Report, note: string | undefined): EditionDoubt[] {
  const days = columns.flatMap((column) => column.missingDays);
  if (days.length === 0) return [];
  return [
    {id: "missing-days", text: note ?? `${plural(days.length, "day has", "days have")} no line: ${days.join(", ")}`},
  ];
}

/** Figures that readers have seen otherwise, of which nobody has said why. */
function movedFigures({restated, notes, measures}: Report, words: Translator): EditionDoubt[] {
  const open = restated.filter(({unexplained}) => unexplained !== null);
  if (open.length === 0) return [];
  const ids = new Set(open.map(({id}) => id));
  const texts = notes
    .filter(({id}) => isRestatedNote(id))
    .flatMap(({id, text}) => {
      const own = measures.filter((one) => one.notes.includes(id));
      if (own.every((one) => !ids.has(one.id))) return [];
      return [own.length === 1 ? words.t("label-and-text", {label: own[0]!.label, text}) : text];
    });
  return [{id: movedDoubt, text: texts.join(" ")}];
}

function ledgerDoubts(workspace: Workspace): EditionDoubt[] {
  if (!existsSync(ledgerFolder(workspace.folder))) return [];
  const {faults, faultCount, warnings, warningCount} = examineBooks(workspace);
  if (faultCount + warningCount === 0) return [];
  const counts = [
    ...(faultCount > 0 ? [plural(faultCount, "fault", "faults")] : []),
    ...(warningCount > 0 ? [plural(warningCount, "warning", "warnings")] : []),
  ];
  const {path, line, column, what} = [...faults, ...warnings][0]!;
  const book = path.slice(join(ledgerFolder(workspace.folder), "/").length);
  const where = placeText({path: book, line, column});
  return [{id: "ledger", text: `The books have ${joinAnd(counts)}; the first: ${visible(what)} (${where})`}];
}

function announcedOtherwise(
  {columns, date}: Report,
  workspace: Workspace,
  announced: AnnouncementRecord | null,
): EditionDoubt[] {
  if (announced === null) return [];
  const now = judgedBy(
    workspace,
    columns.map(({period}) => period),
  );
  const others = judgedOtherwise(announced.methodology.judgedBy, now);
  const faults = [
    ...(others.length === 0 ? [] : [`other rules hold than those that were announced (${others.join(", ")})`]),
    ...(announced.publishOn === null || announced.publishOn === date
      ? []
      : [`it was announced for ${announced.publishOn}, and is of ${date}`]),
  ];
  if (faults.length === 0) return [];
  return [{id: "announced-otherwise", text: `On ${announced.date} it was announced otherwise: ${joinAnd(faults)}`}];
}
