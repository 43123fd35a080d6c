import {printJson} from "../../base/json.ts";
import {formatNumber} from "../../base/number.ts";
import {visible} from "../../base/text.ts";
import {languages} from "../../base/words/language.ts";
import {message} from "../../base/words/message.ts";
import {capitalOf, Translator} from "../../base/words/translator.ts";
import {escapeMarkdown, escapeStart} from "../../report/commentary/escape-markdown.ts";
import type {MethodComparison, MethodRow} from "../../report/method-comparison.ts";
import {unitName} from "../../report/unit.ts";
import {formatValue} from "../content/values.ts";
import {type CsvCell, printRows} from "../csv/cell.ts";
import {bullets, markdownTable} from "../markdown/parts.ts";
import type {RenderOptions} from "../options.ts";
import type {TextRow, TextTable} from "../text/layout.ts";
import {joinParts, titleLines} from "../text/page.ts";
import {openPaint} from "../text/paint.ts";
import {renderTable, tableWidth} from "../text/table.ts";
import {wrap} from "../text/wrap.ts";

/** Turns a comparison of methodologies into the bytes of one output. */
type RenderMethods = (comparison: MethodComparison, options: RenderOptions) => string;

/** The forms in which a comparison of methodologies is printed. */
export const methodOutputs: Readonly<Record<"text" | "markdown" | "csv" | "json", RenderMethods>> = {
  text: renderMethodsText,
  markdown: renderMethodsMarkdown,
  csv: renderMethodsCsv,
  json: ({publication, title, period, timeZone, methods, measures, account, requests}) =>
    printJson({
      ...{publication, title, period, timeZone},
      methods: methods.map(({name, isOwn, sha256, robotLists, notes}) => ({name, isOwn, sha256, robotLists, notes})),
      ...{measures: measures.map(entryOf), account: account.map(entryOf), requests},
    }),
};

function entryOf({id, label, unit, decimals, values}: MethodRow): object {
  return {id, label, unit: english.unit(unit), decimals, values, unitId: unitName(unit)};
}

const english = new Translator("en");
const accountTitle = "Where every request went";

function renderMethodsText(comparison: MethodComparison, options: RenderOptions): string {
  const paint = openPaint(options);
  const width = Math.max(80, options.width);
  const prose = Math.min(width, 100);
  const {publication, title, timeZone, measures, account, methods} = comparison;
  const head = headOf(methods.map(({name}) => name));
  const tableOf = (rows: readonly TextRow[]): TextTable => ({head, rows, width});
  const figures = tableOf(measures.map(textRow));
  const verdicts = tableOf([...account.map(textRow), {...textRow(allRow(comparison)), emphasis: "strong"}]);
  const what = `one period under each methodology, ${title}`;
  const heading = publication === null ? capitalOf(what, languages.en) : `${publication} · ${what}`;
  return joinParts([
    titleLines(heading, timeZone, Math.min(prose, tableWidth(figures)), prose, paint),
    renderTable(figures, paint),
    [paint.strong(accountTitle), ...renderTable(verdicts, paint)],
    sentences(comparison).flatMap((text) => wrap(visible(text), prose, {first: "– ", rest: "  "})),
  ]);
}

/** Names on two lines, so that four columns stand side by side on the narrowest terminal. */
function headOf(names: readonly string[]): string[][] {
  const parts = names.map((name) => /^(.*-)?(.*)$/.exec(name)!);
  return [parts.map(([, first = ""]) => first), parts.map(([, , last = ""]) => last)];
}

function textRow({label, ...row}: MethodRow): TextRow {
  return {label: visible(label), cells: row.values.map((value) => formatValue(value, row, english))};
}

function renderMethodsMarkdown(comparison: MethodComparison): string {
  const {publication, title, timeZone, measures, account, methods} = comparison;
  const tableOf = (first: string, rows: readonly MethodRow[]) =>
    markdownTable(
      [first, ...methods.map(({name}) => name)],
      rows.map((row) => [escapeMarkdown(row.label), ...row.values.map((value) => formatValue(value, row, english))]),
    );
  const blocks = [
    `# ${publication === null ? "O" : `${escapeMarkdown(publication)}: o`}ne period under each methodology, ${escapeMarkdown(title)}`,
    `Months in ${escapeMarkdown(timeZone)}.`,
    tableOf("", measures),
    `## ${accountTitle}`,
    tableOf("Verdict", [...account, allRow(comparison)]),
    bullets(sentences(comparison).map(escapeStart)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function renderMethodsCsv(comparison: MethodComparison): string {
  const {measures, account, methods} = comparison;
  const width = 4 + methods.length;
  const rowOf = (section: string, {id, label, unit, values}: MethodRow): CsvCell[] => [
    section,
    id,
    label,
    english.unit(unit),
    ...values,
  ];
  const rows: CsvCell[][] = [
    ["section", "id", "label", "unit", ...methods.map(({name}) => name)],
    ...measures.map((row) => rowOf("measure", row)),
    ...[...account, allRow(comparison)].map((row) => rowOf("account", row)),
    ["methodology", "sha256", "SHA-256", "", ...methods.map(({sha256}) => sha256)],
  ];
  return printRows(rows, width);
}

function allRow({methods, requests}: MethodComparison): MethodRow {
  return {
    id: "all",
    label: "All requests",
    unit: message("unit.requests"),
    decimals: 0,
    values: methods.map(() => requests),
  };
}

/** What stands below: whose the first is, what a dash is, and what each methodology has to say of itself. */
function sentences({methods, requests}: MethodComparison): string[] {
  const own = methods.find(({isOwn}) => isOwn)!;
  return [
    `${own.name} is this publication's own, with what its settings change; the others are as they are by themselves, with its developers, blacklist and list of COUNTER where they ask for such.`,
    `Each column accounts for the same ${formatNumber(requests)} requests. A dash: that methodology has no such figure, or no such rule.`,
    ...methods.flatMap(({name, notes}) => notes.map((text) => `${name}: ${text}`)),
  ];
}
