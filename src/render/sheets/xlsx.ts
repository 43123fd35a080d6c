import {unzipSync} from "fflate";
import writeExcelFile, {type Cell as ExcelCell, type Sheet} from "write-excel-file/node";
import type {LanguageId} from "../../base/words/language.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import {packed} from "../packed.ts";
import {
  frozenColumns,
  headValue,
  isNumberColumn,
  type NumberForm,
  rowLines,
  type SheetValue,
  sheetValue,
  sheetWidths,
} from "./cells.ts";
import {liftTables} from "./lift.ts";
import {sheetNames} from "./names.ts";
import type {LiftedTable} from "./table.ts";

/** Months in the report's language, whoever opens the file. */
const monthForms: Readonly<Record<LanguageId, string>> = {
  en: "[$-409]mmm yyyy",
  es: "[$-C0A]mmm yyyy",
  fr: "[$-40C]mmm yyyy",
  de: "[$-407]mmm yyyy",
  zh: '[$-804]yyyy"年"m"月"',
  ar: "[$-401]mmm yyyy",
};

/**
 * The report as a workbook of Excel: a sheet a table, then its notes, then where it comes from. No cell is a formula.
 *
 * The same report gives the same bytes.
 */
export async function renderXlsx(report: Report): Promise<Uint8Array> {
  const words = wordsOf(report);
  const tables = liftTables(report);
  const names = sheetNames(tables.map(({title}) => title));
  const sheets = tables.map((table, i) => sheetOf(table, names[i]!, report, words));
  const made = await writeExcelFile(sheets, {fontFamily: "Calibri", fontSize: 11, features: [fitsPage]}).toBuffer();
  // Packed again, since the library writes the time of day into it.
  return packed(new Map(Object.entries(unzipSync(made)).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** On paper, all columns of a sheet stand on one page. */
const fitsPage = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (content: string) =>
          content.replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`),
        transformElementAttributes: (tagName: string, attributes: Readonly<Record<string, string | number>>) =>
          tagName === "pageSetup" ? {...attributes, fitToWidth: 1, fitToHeight: 0} : attributes,
      },
    },
  },
};

/** Of a line, in points. */
const lineHeight = 15;

function sheetOf(table: LiftedTable, sheet: string, report: Report, words: Translator): Sheet<Buffer> {
  const shown = [...table.columns.keys()];
  const look: Look = {month: monthForms[report.language], start: words.language.direction === "rtl" ? "right" : "left"};
  const widths = sheetWidths(table, words);
  const head = shown.map((i) => ({
    ...excelCell(headValue(table.columns[i]!), look),
    ...({fontWeight: "bold", wrap: true, alignVertical: "bottom", bottomBorderStyle: "thin"} as const),
    ...(isNumberColumn(table, i) ? ({align: "right", indent: 0} as const) : {}),
  }));
  return {
    sheet,
    data: [
      head as ExcelCell[],
      ...table.rows.map((row) => {
        const height = rowLines(row, table, widths) * lineHeight;
        return shown.map((i) => {
          const cell = excelCell(sheetValue(row[i] ?? null, words), look);
          return (cell === null ? null : {...cell, height}) as ExcelCell;
        });
      }),
    ],
    columns: widths.map((width) => ({width})),
    stickyRowsCount: 1,
    stickyColumnsCount: frozenColumns(table),
    orientation: "landscape",
    rightToLeft: words.language.direction === "rtl",
  };
}

/** How months are shown, and at which side a line begins. */
interface Look {
  readonly month: string;
  readonly start: "left" | "right";
}

function excelCell(value: SheetValue, {month, start}: Look): object | null {
  const beginning = {align: start, indent: 1, alignVertical: "top"};
  switch (value.kind) {
    case "empty":
      return null;
    case "text":
      // As text it stays text when it is edited, too.
      return {value: escaped(value.text), type: String, format: "@", wrap: true, ...beginning};
    case "number":
      return {
        ...{value: value.value, type: Number, format: excelForm(value.form), alignVertical: "top"},
        ...(value.isReported ? {fontStyle: "italic"} : {}),
      };
    case "date": {
      const at = new Date(`${value.day}T00:00:00Z`);
      return {value: at, type: Date, format: value.isMonth ? month : "yyyy\\-mm\\-dd", ...beginning};
    }
  }
}

/** Excel reads `_x0041_` in a text as a character by its code. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

function excelForm({decimals, before, after, isRatio, isSigned}: NumberForm): string {
  const digits = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const quoted = (text: string) => (text === "" ? "" : `"${text.replaceAll('"', "")}"`);
  const form = isRatio ? `${digits}%` : `${quoted(before)}${digits}${quoted(after)}`;
  return isSigned ? `+${form};-${form};${form}` : form;
}
