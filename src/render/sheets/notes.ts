import {proseBlocks} from "../../report/commentary/markdown.ts";
import type {Report} from "../../report/report.ts";
import {accountSentence, linesSentence} from "../content/account.ts";
import {coverageSentences} from "../content/coverage.ts";
import {gapSentences} from "../content/gaps.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {wordsOf} from "../content/report-words.ts";
import type {LiftedCell, LiftedTable} from "./table.ts";

type Row = readonly [of: string, mark: number | null, text: string];

/** All that the report says beside its numbers, in order: of what, the number of the note, the sentence. */
export function notesTable(report: Report): LiftedTable {
  const words = wordsOf(report);
  const of = (title: string, sentences: readonly string[]): Row[] => sentences.map((text) => [title, null, text]);
  const {ledger, comparison, index, ranges, tables, standing, summary, notes} = report;
  const books = ledger === null ? null : ledgerView(report, ledger);
  const figures = [...report.measures, ...(ledger?.measures ?? [])];
  const [main, fromBooks] = [words.t("section.months"), words.t("section.ledger")];
  const rows: Row[] = [
    ...of(report.title, summary),
    ...of(main, coverageSentences(report.columns, words)),
    ...notes.map(({text, mark}): Row => [main, mark, text]),
    ...of(main, gapSentences(report)),
    ...of(words.t("compared-with"), comparison?.notes ?? []),
    ...of(words.t("compared-with"), index?.notes ?? []),
    ...of(words.t("section.ranges"), ranges?.sentences ?? []),
    ...(ledger?.notes ?? []).map(({text, mark}): Row => [fromBooks, mark, text]),
    ...of(fromBooks, books === null ? [] : gapSentences(books)),
    ...of(fromBooks, ledger?.comparison?.notes ?? []),
    ...[...tables, ...(ledger?.tables ?? [])].flatMap((table) => {
      const against = table.previous === null ? [] : [words.t("ranks-against", {period: table.previous})];
      return of(table.title, [table.definition, ...against, ...table.notes.map(({text}) => text)]);
    }),
    ...figures.map(({label, definition}): Row => [label, null, definition]),
    ...of(words.t("section.account"), [accountSentence(report, words.t("accounted-for"))]),
    ...of(words.t("section.account"), [linesSentence(report)]),
    ...of(words.t("section.standing"), standing),
    ...of(words.t("section.commentary"), commentaryLines(report)),
  ];
  return {
    id: "notes",
    title: words.t("sheet-notes"),
    columns: [
      {id: "of", label: words.t("sheet-of")},
      {id: "mark", label: words.t("sheet-number")},
      {id: "text", label: words.t("sheet-text")},
    ],
    rows: rows.map(([title, mark, text]): LiftedCell[] => [title, {value: mark, print: {decimals: 0}}, text]),
  };
}

/** The commentary, a line a row; who wrote it stands first. */
function commentaryLines({commentary}: Report): string[] {
  if (commentary === null) return [];
  const {title, by, date, blocks} = commentary;
  const head = [title, by, date].filter((one): one is string => one !== null && one !== undefined && one !== "");
  const lines = proseBlocks(blocks).flatMap((block) => block.split("\n"));
  return [...head, ...lines.filter((line) => line.trim() !== "")];
}

/** Where the figures come from: whose, of when, by which program and rules, of which logs, and what was left out or could not be read. */
export function provenanceTable(report: Report): LiftedTable {
  const words = wordsOf(report);
  const {publication, site, period, title, timeZone, date, broadsheet, methodology, inputs, unread, notes} = report;
  const rows: [label: string, value: LiftedCell, sha256?: string][] = [
    [words.t("sheet-publication"), publication],
    ...(site === null ? [] : [[words.t("head-site"), site] as [string, LiftedCell]]),
    [words.t("whole-period"), period],
    [words.t("whole-period"), title],
    [words.t("sheet-time-zone"), timeZone],
    [words.t("sheet-date"), {date}],
    [words.t("sheet-program"), `Broadsheet ${broadsheet}`],
    [words.t("site-methodology"), methodology.name, methodology.sha256],
    ...methodology.robotLists.map(({name, version, sha256}): [string, LiftedCell, string] => {
      return [words.t("sheet-robot-list"), `${name} ${version}`, sha256];
    }),
    ...notes.map(({text, mark}): [string, LiftedCell, string] => {
      return [words.t("note-with-mark", {mark: String(mark)}), text, ""];
    }),
    ...inputs.map(({name, sha256}): [string, LiftedCell, string] => [words.t("head-log"), name, sha256]),
    ...unread.map(({name, reason}): [string, LiftedCell, string] => {
      return [words.t("head-unread"), words.series([name, words.t(`unread-${reason}`)]), ""];
    }),
    [words.t("head-lines"), linesSentence(report)],
    [words.t("sheet-program"), words.t("made-by-same-bytes", {version: broadsheet})],
    ...(report.signedWith === null ? [] : [[words.t("site-the-key"), report.signedWith] as [string, LiftedCell]]),
  ];
  return {
    id: "provenance",
    title: words.t("section.provenance"),
    columns: [
      {id: "label", label: words.t("sheet-of")},
      {id: "value", label: words.t("sheet-text")},
      {id: "sha256", label: "SHA-256"},
    ],
    rows: rows.map(([label, value, sha256 = ""]) => [label, value, sha256]),
  };
}
