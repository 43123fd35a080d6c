import type {Report} from "../../../report/report.ts";
import {type AccountRow, accountRows, accountSentence, inputTotals, linesSentence} from "../../content/account.ts";
import {checkingCommands} from "../../content/checking.ts";
import {shownInstant} from "../../content/instant.ts";
import {printedSpan} from "../../content/months.ts";
import {rangeRows} from "../../content/range-rows.ts";
import {wordsOf} from "../../content/report-words.ts";
import type {PdfBlock, PdfRow, PdfTable} from "../document.ts";
import {eachWhole, fitTable} from "../fit.ts";
import {figureColumn, labelColumn, monthColumns, plainCells} from "./cells.ts";
import {rounded} from "./figures.ts";

/** How far the figures would move; nothing where it was not asked. */
export function setRanges(report: Report, width: number): PdfBlock[] {
  const {ranges, title} = report;
  if (!ranges) return [];
  const words = wordsOf(report);
  const rows = rangeRows(report);
  const heads = ["head-least", "head-as-reported", "head-greatest"] as const;
  const bounds: PdfTable = {
    caption: words.t("least-and-greatest", {period: title}),
    columns: [
      labelColumn(words.t("head-figure")),
      ...heads.map((id) => figureColumn(words.t(id))),
      {kind: "drawn", head: {text: words.t("head-range")}},
    ],
    rows: rows.map(({label, low, value, high, drawn}) => {
      const whole = drawn && drawn.high > 0 ? drawn.high : 0;
      const picture =
        whole === 0 || drawn === null
          ? {}
          : {
              drawn: {
                kind: "range" as const,
                low: rounded(drawn.low / whole),
                at: rounded(drawn.value / whole),
                high: 1,
              },
            };
      return {kind: "", cells: [...plainCells([label, low, value, high]), {text: "", ...picture}]};
    }),
  };
  const alternatives: PdfTable = {
    caption: words.t("what-each-would-be", {period: title}),
    columns: [labelColumn(words.t("head-otherwise")), ...rows.map(({label}) => figureColumn(label))],
    rows: [
      {kind: "all", cells: plainCells([words.t("as-reported"), ...rows.map(({value}) => value)])},
      ...ranges.alternatives.map(
        ({label}, i): PdfRow => ({
          kind: "",
          cells: plainCells([label, ...rows.map((row) => row.alternatives[i] ?? "–")]),
        }),
      ),
    ],
  };
  return [
    {kind: "section", text: words.t("section.ranges")},
    {kind: "list", items: ranges.sentences},
    ...(rows.length === 0
      ? []
      : [...fitTable(bounds, width), {kind: "whole", blocks: fitTable(alternatives, width)} as const]),
  ];
}

/** Where every request went; nothing where no log was read. */
export function setAccount(report: Report, width: number): PdfBlock[] {
  if (report.account.length === 0) return [];
  const words = wordsOf(report);
  const periods = report.account.map(({period}) => period);
  const {verdicts, all} = accountRows(report);
  const row = ({label, requests, total, shareRatio}: AccountRow, kind: PdfRow["kind"]): PdfRow => ({
    kind,
    cells: plainCells([
      label,
      ...requests.map((count) => words.number(count)),
      words.number(total),
      shareRatio === null ? "–" : words.share(shareRatio),
    ]),
  });
  const content: PdfTable = {
    caption: words.t("requests-by-verdict", {span: printedSpan(periods, words)}),
    columns: [
      labelColumn(words.t("head-verdict")),
      ...monthColumns(periods, words),
      figureColumn(words.t("head-total")),
      figureColumn(words.t("head-share")),
    ],
    rows: [...verdicts.map((one) => row(one, "")), row(all, "all")],
  };
  return [
    ...eachWhole(words.t("section.account"), fitTable(content, width)),
    {kind: "small", text: accountSentence(report, words.t("accounted-for-by-month"))},
  ];
}

/** What the figures mean, and what logs cannot tell. */
export function setMeanings(report: Report): PdfBlock[] {
  const {measures, ledger, standing} = report;
  const words = wordsOf(report);
  const entries = [...measures, ...(ledger?.measures ?? [])].map(({label, unit, definition}) => ({
    label,
    more: words.t("in-unit", {unit: words.unit(unit)}),
    text: definition,
  }));
  return [
    ...(entries.length === 0
      ? []
      : [{kind: "section", text: words.t("section.meanings")} as const, {kind: "entries", entries} as const]),
    ...(standing.length === 0
      ? []
      : [
          {
            kind: "aside",
            title: words.t("section.standing"),
            more: null,
            blocks: [{kind: "list", items: standing}],
          } as const,
        ]),
  ];
}

/** Of more logs the table may be broken over two pages. */
const mostWhole = 16;
const inputHeads = ["head-lines", "head-requests", "head-unread", "head-no-request"] as const;

/** Where the figures come from: every log with its hash, the rules, the lists, the version. */
export function setProvenance(report: Report, width: number): PdfBlock[] {
  const {inputs, methodology} = report;
  const words = wordsOf(report);
  const {name, sha256, robotLists} = methodology;
  const counts = ({lines, requests, quarantined, ignored}: ReturnType<typeof inputTotals>) =>
    [lines, requests, quarantined, ignored].map((count) => words.number(count));
  const content: PdfTable = {
    caption: words.t("logs-read"),
    columns: [
      labelColumn(words.t("head-log")),
      ...inputHeads.map((id) => figureColumn(words.t(id))),
      {kind: "text", head: {text: words.t("head-first-and-last")}},
      {kind: "hash", head: {text: words.t("head-hash-of-lines")}},
    ],
    rows: [
      ...inputs.map((input): PdfRow => {
        const span =
          input.first === null ? {text: "–"} : {text: shownInstant(input.first), more: shownInstant(input.last ?? "–")};
        return {kind: "", cells: [...plainCells([input.name, ...counts(input)]), span, {text: input.sha256}]};
      }),
      {kind: "all", cells: plainCells([words.t("all-logs"), ...counts(inputTotals(inputs)), "", ""])},
    ],
  };
  const lists = robotLists.map((list) => words.t("robot-list-is", {name: list.name, version: list.version}));
  return [
    {
      kind: "whole",
      isBroken: inputs.length > mostWhole,
      blocks: [
        {kind: "section", text: words.t("section.provenance")},
        {kind: "sentence", text: linesSentence(report)},
        ...(inputs.length === 0 ? [] : fitTable(content, width)),
      ],
    },
    {
      kind: "list",
      items: [
        words.t("methodology-is", {name, hash: sha256}),
        ...(lists.length === 0 ? [words.t("no-robot-lists")] : lists),
        words.t("made-by-same-bytes", {version: report.broadsheet}),
      ],
    },
    ...setChecking(report),
  ];
}

/** How a reader checks the edition that it is published in; the hash of its data stands at the foot of each page. */
function setChecking(report: Report): PdfBlock[] {
  const {signedWith} = report;
  if (signedWith === null) return [];
  const words = wordsOf(report);
  const items = [words.t("checking-key", {key: signedWith}), words.t("checking-how", checkingCommands(signedWith))];
  return [
    {
      kind: "whole",
      blocks: [
        {kind: "section", text: words.t("section.checking")},
        {kind: "list", items},
      ],
    },
  ];
}
