import {describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {loadPdf} from "../../../src/render/pdf/report.ts";
import type {Report} from "../../../src/report/report.ts";
import {hasPdfPrograms, PdfFile, pdfPrograms} from "../../render/pdf/pdf-file.ts";
import {ledgerReport, reportWith} from "../../render/rich-fixture.ts";
import {isNightly} from "../sizes.ts";
import {checkText} from "./outputs.ts";
import {attempts} from "./texts.ts";

const renderPdf = await loadPdf();

/** The text wherever strangers' text gets to. */
function reportByStrangers(text: string): Report {
  return {
    ...ledgerReport,
    summary: [text, text],
    tables: ledgerReport.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({...row, label: text, group: text})),
      notes: [{id: "a", text}],
    })),
    notes: ledgerReport.notes.map((note) => ({...note, text})),
    inputs: ledgerReport.inputs.map((input) => ({...input, name: text})),
    unread: [{name: text, reason: "damaged"}],
  };
}

/** What is read on the pages, by another program. */
function pagesOf(pdf: Uint8Array): string {
  const file = new PdfFile(pdf);
  try {
    expect(file.run("qpdf", "--check", "PDF").status).toBe(0);
    // A form feed ends a page.
    return file.run("pdftotext", "PDF", "-").stdout.replaceAll("\f", "\n");
  } finally {
    file.remove();
  }
}

describe.skipIf(!hasPdfPrograms)(`does nothing in a PDF, and takes it away from nobody${pdfPrograms}`, () => {
  for (const [i, [what, text]] of Object.entries(attempts).entries()) {
    test(`${what}, by strangers`, async () => checkText(pagesOf(await renderPdf(reportByStrangers(text), {})), what));

    // Whoever publishes does not attack themselves: a part of it is enough by day.
    if (!isNightly && i % 4 > 0) continue;
    test(`${what}, by the publisher: set, or refused with a word`, async () => {
      const said = await renderPdf(reportWith(text), {}).catch((fault: unknown) => fault);
      if (said instanceof Uint8Array) checkText(pagesOf(said), what);
      else expect(said instanceof UserError && said.code).toBe("PDF_GLYPH_MISSING");
    });
  }
});
