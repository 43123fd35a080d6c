import {withEntities} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {headlineOf} from "../content/headline.ts";
import {wordsOf} from "../content/report-words.ts";
import {packed} from "../packed.ts";
import {
  frozenColumns,
  headValue,
  isNumberColumn,
  type SheetValue,
  sheetValue,
  sheetWidths,
  shownValue,
} from "./cells.ts";
import {liftTables} from "./lift.ts";
import {legalText, sheetNames} from "./names.ts";
import {OdsStyles, odsStyleSheet} from "./ods-styles.ts";
import type {LiftedTable} from "./table.ts";

const mediaType = "application/vnd.oasis.opendocument.spreadsheet";
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const office = "urn:oasis:names:tc:opendocument:xmlns";

/**
 * The report as a spreadsheet of OpenDocument 1.2, sheet for sheet what the workbook of Excel is. No cell is a formula.
 *
 * The same report gives the same bytes.
 */
export async function renderOds(report: Report): Promise<Uint8Array> {
  const words = wordsOf(report);
  const tables = liftTables(report);
  const names = sheetNames(tables.map(({title}) => title));
  const styles = new OdsStyles(words);
  const sheets = tables.map((table, i) => sheetXml(table, names[i]!, styles, words));
  const files = new Map([
    ["mimetype", mediaType],
    ["content.xml", contentXml(sheets.join(""), styles)],
    ["styles.xml", odsStyleSheet(words)],
    ["meta.xml", metaXml(report, words)],
    ["settings.xml", settingsXml(tables, names)],
    ["META-INF/manifest.xml", manifestXml()],
  ]);
  return packed(files, ["mimetype"]);
}

function sheetXml(table: LiftedTable, name: string, styles: OdsStyles, words: Translator): string {
  const shown = [...table.columns.keys()];
  const widths = sheetWidths(table, words);
  const columns = widths.map((width) => `<table:table-column table:style-name="${styles.column(width)}"/>`);
  const head = shown.map((i) => {
    return cellXml(headValue(table.columns[i]!), words, (value) => styles.head(value, isNumberColumn(table, i)));
  });
  const rows = table.rows.map((row) => {
    const cells = shown.map((i) => cellXml(sheetValue(row[i] ?? null, words), words, (value) => styles.cell(value)));
    return `<table:table-row table:style-name="ro1">${cells.join("")}</table:table-row>\n`;
  });
  return `<table:table table:name="${withEntities(name)}" table:style-name="${styles.table}">
${columns.join("")}
<table:table-header-rows><table:table-row table:style-name="ro1">${head.join("")}</table:table-row></table:table-header-rows>
${rows.join("")}</table:table>
`;
}

function cellXml(value: SheetValue, words: Translator, styleOf: (value: SheetValue) => string): string {
  if (value.kind === "empty") return "<table:table-cell/>";
  const type =
    value.kind === "number"
      ? `float" office:value="${value.value}`
      : value.kind === "date"
        ? `date" office:date-value="${value.day}`
        : "string";
  const shown = `<text:p>${textXml(shownValue(value, words))}</text:p>`;
  return `<table:table-cell table:style-name="${styleOf(value)}" office:value-type="${type}">${shown}</table:table-cell>`;
}

/** Spaces that follow each other, or begin or end a text, are told by a tag: others would be lost. */
function textXml(text: string): string {
  return withEntities(text).replace(/^ +| {2,}| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

function contentXml(sheets: string, styles: OdsStyles): string {
  return `${xml}<office:document-content xmlns:office="${office}:office:1.0" xmlns:style="${office}:style:1.0" xmlns:text="${office}:text:1.0" xmlns:table="${office}:table:1.0" xmlns:number="${office}:datastyle:1.0" xmlns:fo="${office}:xsl-fo-compatible:1.0" office:version="1.2">
<office:automatic-styles>
${styles.xml()}</office:automatic-styles>
<office:body><office:spreadsheet>
${sheets}</office:spreadsheet></office:body>
</office:document-content>
`;
}

function metaXml(report: Report, words: Translator): string {
  const {broadsheet} = report;
  const named = withEntities(legalText(headlineOf(report, "title-of-page")));
  return `${xml}<office:document-meta xmlns:office="${office}:office:1.0" xmlns:meta="${office}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">
<office:meta><meta:generator>Broadsheet/${broadsheet}</meta:generator><dc:title>${named}</dc:title><dc:language>${words.language.tag}</dc:language></office:meta>
</office:document-meta>
`;
}

/** Heads stay in view, and the columns that say what a row is. */
function settingsXml(tables: readonly LiftedTable[], names: readonly string[]): string {
  const item = (name: string, type: string, value: string | number | boolean) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const views = tables.map((table, i) => {
    const columns = frozenColumns(table);
    return `<config:config-item-map-entry config:name="${withEntities(names[i]!)}">${[
      item("HorizontalSplitMode", "short", 2),
      item("VerticalSplitMode", "short", 2),
      item("HorizontalSplitPosition", "int", columns),
      item("VerticalSplitPosition", "int", 1),
      item("ActiveSplitRange", "short", 3),
      item("PositionLeft", "int", 0),
      item("PositionRight", "int", columns),
      item("PositionTop", "int", 0),
      item("PositionBottom", "int", 1),
    ].join("")}</config:config-item-map-entry>`;
  });
  return `${xml}<office:document-settings xmlns:office="${office}:office:1.0" xmlns:config="${office}:config:1.0" office:version="1.2">
<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item("ViewId", "string", "view1")}<config:config-item-map-named config:name="Tables">${views.join("")}</config:config-item-map-named>${item("ActiveTable", "string", withEntities(names[0]!))}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>
</office:document-settings>
`;
}

function manifestXml(): string {
  const entries = ["content.xml", "styles.xml", "meta.xml", "settings.xml"].map(
    (path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`,
  );
  return `${xml}<manifest:manifest xmlns:manifest="${office}:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${mediaType}"/>
${entries.join("\n")}
</manifest:manifest>
`;
}
