import {afterAll, beforeAll, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {loadPdf} from "../../../src/render/pdf/report.ts";
import {openTypesetter, type Typesetter} from "../../../src/render/pdf/typesetter.ts";
import {report} from "../fixture.ts";
import {ledgerReport} from "../rich-fixture.ts";

const renderPdf = await loadPdf();
let typesetter: Typesetter;
beforeAll(() => {
  typesetter = openTypesetter();
});
afterAll(() => typesetter.close());

test("a thread of its own sets the same bytes as the thread that asks, one report after the other", async () => {
  const [first, second] = await Promise.all([
    renderPdf(ledgerReport, {typesetter}),
    renderPdf(report, {typesetter, paper: "letter"}),
  ]);
  expect(Buffer.from(first).equals(await renderPdf(ledgerReport, {}))).toBe(true);
  expect(Buffer.from(second).equals(await renderPdf(report, {paper: "letter"}))).toBe(true);
});

test("a letter that no font has is told as it is without a thread, and the thread sets what comes after", async () => {
  const withFace: Pick<Typesetter, "set"> = {
    set: (task) => typesetter.set({...task, document: {...task.document, headline: "\u{1f600}"}}),
  };
  const fault = await renderPdf(report, {typesetter: withFace}).catch((one: unknown) => one);
  expect(fault).toBeInstanceOf(UserError);
  expect(fault).toMatchObject({code: "PDF_GLYPH_MISSING", help: expect.stringContaining("other letters")});
  expect((await renderPdf(report, {typesetter})).length).toBeGreaterThan(50_000);
});
