import type {Option} from "./command.ts";

/** In which forms a report is printed. */
export const format: Option = {
  flags: "-f, --format <name>",
  help: "text, markdown, html, csv, json, pdf, docx, xlsx or ods; may be given several times",
  values: ["text", "markdown", "html", "csv", "json", "pdf", "docx", "xlsx", "ods"],
  isList: true,
};
/** Where each form goes. */
export const output: Option = {
  flags: "-o, --output <file>",
  help: "where the format before it goes; without --format its ending tells",
  isList: true,
};
/** What pages are set for. */
export const paper: Option = {
  flags: "--paper <size>",
  help: "what a PDF or a DOCX is set for: a4 or letter; else as the workspace says, else a4",
  values: ["a4", "letter"],
};
/** For a column of a newspaper. */
export const toPrint: Option = {
  flags: "--to-print <width>",
  help: "text for a column of a newspaper, 34 to 60 letters wide",
};
/** Without raised digits. */
export const plain: Option = {
  flags: "--plain",
  help: "with --to-print: mark notes as (1) instead of ¹, for systems that lose raised digits",
};
/** For spreadsheets that know UTF-8 by a mark. */
export const csvMark: Option = {
  flags: "--csv-mark",
  help: "begin CSV with a mark (BOM) by which some spreadsheets know UTF-8",
};
/** For spreadsheets of another country. */
export const csvSeparator: Option = {
  flags: "--csv-separator <sign>",
  help: "what parts cells of CSV: , ; tab, or language: as spreadsheets of the report's language want it, decimals too",
  values: ["language", ",", ";", "tab"],
};
/** A part of a report by itself, and how it looks. */
export const liftedParts: readonly Option[] = [
  {
    flags: "--picture <figure>",
    help: "one figure's chart, or one table, as a picture for a post: -o FILE.png or FILE.svg; prints its alternative text",
  },
  {
    flags: "--card",
    help: "the first figure, or that of --picture, set large with its change: -o FILE.png or FILE.svg; prints its alternative text",
  },
  {flags: "--width <pixels>", help: "how wide a picture is, 300 to 4800; else 1200"},
  {flags: "--dark", help: "a picture for a dark page"},
  {
    flags: "--embed <figure>",
    help: "one figure, or one table, as a piece of HTML for a page of another site: -o FILE.html, else printed",
  },
];
