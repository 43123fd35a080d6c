import {afterAll, beforeEach, expect, test, vi} from "vitest";
import {english} from "../../../src/base/words/en.ts";
import type {MessageId} from "../../../src/base/words/message.ts";
import {longTest} from "../../run/amounts.ts";

/*
 * A message that nobody has translated yet is no reason for a report not to be made. Each test has a German and an Arabic of its own,
 * which lose messages before anything is said in them.
 */

beforeEach(() => {
  vi.resetModules();
});
afterAll(() => {
  vi.resetModules();
});

function take(messages: object, ids: readonly string[]): void {
  for (const id of ids) delete (messages as Record<string, string>)[id];
}

test("a message that is missing is said in English, with its plurals", async () => {
  const {arabic} = await import("../../../src/base/words/ar.ts");
  const {message} = await import("../../../src/base/words/message.ts");
  const {Translator} = await import("../../../src/base/words/translator.ts");
  take(arabic, ["left-out", "between-parts"] satisfies MessageId[]);
  const words = new Translator("ar");
  const label = message("verdict.robots");
  expect(words.t("verdict.robots")).not.toBe(english["verdict.robots"]);
  for (const [requests, want] of [
    [1, "1 request left out."],
    [2, "2 requests left out."],
    [1103, "1,103 requests left out."],
  ] as const) {
    expect(words.t("left-out", {label, requests})).toBe(`${words.t("verdict.robots")}: ${want}`);
  }
  expect(words.series(["a", "b"])).toBe("a, b");
});

test("what a language only inherits is no message of it", async () => {
  const {german} = await import("../../../src/base/words/de.ts");
  const {Translator} = await import("../../../src/base/words/translator.ts");
  take(german, ["measure.readers"] satisfies MessageId[]);
  Object.setPrototypeOf(german, {"measure.readers": "inherited"});
  expect(new Translator("de").t("measure.readers")).toBe(english["measure.readers"]);
});

longTest("a German report without a single German message is made in every form, in English words", async () => {
  const {german} = await import("../../../src/base/words/de.ts");
  const {greekReport} = await import("../../report/greek-press.ts");
  const [{renderText}, {renderMarkdown}, {renderHtml}, {renderCsv}, {renderJson}] = await Promise.all([
    import("../../../src/render/text/report.ts"),
    import("../../../src/render/markdown/report.ts"),
    import("../../../src/render/html/report.ts"),
    import("../../../src/render/csv/report.ts"),
    import("../../../src/report/json/report.ts"),
  ]);
  take(german, Object.keys(german));
  const report = await greekReport("de");
  const before = await greekReport("en");
  expect(report.measures.map(({label}) => label)).toEqual(before.measures.map(({label}) => label));
  for (const text of [
    renderText(report, {width: 80, color: false}),
    renderMarkdown(report),
    renderHtml(report),
    renderCsv(report),
    renderJson(report),
  ]) {
    expect(text).toContain("Distinct users");
    expect(text).not.toContain("undefined");
  }
});
