import type {Report} from "../report/report.ts";
import type {RenderOptions} from "./options.ts";

/** Turns a report into one output, as text or as bytes. The same report and options give the same. */
export type RenderReport = (report: Report, options: RenderOptions) => string | Promise<Uint8Array>;

/** One form that a report can be printed in. */
export interface Output {
  readonly name: "text" | "markdown" | "html" | "csv" | "json" | "pdf" | "docx" | "xlsx" | "ods";
  /** Of a file that holds it, with the dot. */
  readonly extension: string;
  /** What it is for, in one line, for help and docs. */
  readonly what: string;
  /** Is it of bytes that are no text for a terminal? */
  readonly isBinary?: true;
  /** Is it to be worked on, and so no part of an edition, of which every byte stays? */
  readonly isWorkingCopy?: true;
  /** Fetches the renderer when it is needed, so that help never loads the drawing library. */
  readonly load: () => Promise<RenderReport>;
}

/** Every output Broadsheet knows. A new one is one file and one row here. */
export const outputs: readonly Output[] = [
  {
    name: "text",
    extension: ".txt",
    what: "a table for the terminal, at least 80 columns wide",
    load: async () => (await import("./text/report.ts")).renderText,
  },
  {
    name: "markdown",
    extension: ".md",
    what: "GitHub-flavoured Markdown, for a page or a message",
    load: async () => (await import("./markdown/report.ts")).renderMarkdown,
  },
  {
    name: "html",
    extension: ".html",
    what: "one self-contained page with charts, for the site and for paper",
    load: async () => (await import("./html/report.ts")).renderHtml,
  },
  {
    name: "csv",
    extension: ".csv",
    what: "one table for a spreadsheet, values to nine digits",
    load: async () => (await import("./csv/report.ts")).renderCsv,
  },
  {
    name: "json",
    extension: ".json",
    what: "everything the report holds, for programs",
    load: async () => (await import("../report/json/report.ts")).renderJson,
  },
  {
    name: "pdf",
    extension: ".pdf",
    what: "pages of A4 or letter for print and archive (PDF/A-3a), with the JSON inside",
    isBinary: true,
    load: async () => (await import("./pdf/report.ts")).loadPdf(),
  },
  {
    name: "docx",
    extension: ".docx",
    what: "a document of a word processor, to be worked on: styles, real tables, footnotes",
    isBinary: true,
    isWorkingCopy: true,
    load: async () => (await import("./docx/report.ts")).renderDocx,
  },
  {
    name: "xlsx",
    extension: ".xlsx",
    what: "a workbook for Excel and others, a sheet a table, values unrounded",
    isBinary: true,
    isWorkingCopy: true,
    load: async () => (await import("./sheets/xlsx.ts")).renderXlsx,
  },
  {
    name: "ods",
    extension: ".ods",
    what: "the same as an OpenDocument spreadsheet, for LibreOffice and others",
    isBinary: true,
    isWorkingCopy: true,
    load: async () => (await import("./sheets/ods.ts")).renderOds,
  },
];
