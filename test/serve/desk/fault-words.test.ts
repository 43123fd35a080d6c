import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {advise} from "../../../src/base/advice.ts";
import {type ErrorCode, errorCodes, UserError} from "../../../src/base/error.ts";
import {languageIds} from "../../../src/base/words/language.ts";
import {Translator} from "../../../src/base/words/translator.ts";
import {faultFacts, servedFaultPage} from "../../../src/serve/desk/fault-page.ts";
import {wordsOfFault} from "../../../src/serve/desk/fault-words.ts";
import {type FaultCode, refusal, servedFaults} from "../../../src/serve/fault.ts";
import {deskOf} from "./desk-of.ts";

/** What nobody meets at the desk: it is of commands alone, of processes that begin, or of what the desk does not do. */
const elsewhere: readonly ErrorCode[] = [
  ...(["WORKSPACE_EXISTS", "BACKUP_REFUSED", "SERVE_REFUSED", "DESK_LOG_CHANGED", "REPORT_REFUSED"] as const),
  ...(["SIGNATURE_REFUSED", "SUMS_REFUSED", "MAIL_REFUSED", "MAIL_UNREACHABLE"] as const),
  ...(["PICTURE_UNKNOWN", "PICTURE_REFUSED", "PICTURE_UNAVAILABLE"] as const),
];
const codes = (Object.keys(errorCodes) as ErrorCode[]).filter((code) => !code.startsWith("FORUM_"));

test("every fault that somebody can meet at the desk has words of its own there, and no other has", () => {
  expect(codes.filter((code) => wordsOfFault(code)[0] === "other")).toEqual(
    codes.filter((code) => elsewhere.includes(code)),
  );
});

describe.each(languageIds.filter((id) => id !== "en"))("in %s", (id) => {
  const words = new Translator(id);
  const english = new Translator("en");

  test("each fault is told in the language, what to try, too, and exactly in English below", () => {
    for (const code of codes) {
      const [means, toTry] = wordsOfFault(code);
      const {html: text} = faultFacts(new UserError(code, "the <found>", "try that", "a.csv:3"), words);
      expect(text).not.toContain(english.t(`desk-fault.${means}`));
      expect(text).toContain(words.t(`desk-fault.${means}`));
      expect(text).toContain(words.t(`desk-fault-try.${toTry}`));
      expect(text).toMatch(/<span lang="en" dir="ltr">the &lt;found&gt;; try that<\/span>/);
      expect(text).toContain("a.csv:3");
    }
  });

  test("what the desk has a page for is named in the language", () => {
    const help = advise("restate-report", {period: "2005-07"});
    const {html: text} = faultFacts(new UserError("PUBLISHED_OTHERWISE", "it moved", help), words);
    expect(text).toContain(words.t("desk-advice.restate-report", {period: words.period("2005-07")}));
  });

  test("each request that has no answer is told in the language", () => {
    const desk = deskOf({language: id});
    for (const code of Object.keys(servedFaults) as FaultCode[]) {
      const {html: text} = servedFaultPage(refusal(code, "what <it> is"), desk.desk).body;
      expect(text).toContain(words.t(`desk-served.${code}`));
      expect(text).not.toContain(english.t(`desk-served.${code}`));
      expect(text).toContain("what &lt;it&gt; is");
    }
    return desk.remove();
  });
});

test("whoever follows a path that there is not is not sent to the archive's API", async () => {
  const desk = deskOf();
  const answer = await desk.get("/nowhere");
  const text = await answer.text();
  expect([answer.status, text.includes("/api/")]).toEqual([404, false]);
  expect(text).toContain("There is no such thing here. Go back, and follow the links of the page.");
  await desk.remove();
});

test("settings that are broken by hand are told of in Arabic on every page", async () => {
  const desk = deskOf({language: "ar"});
  writeFileSync(join(desk.folder, "broadsheet.yaml"), "publication: A\ncolour: red\n");
  const text = await (await desk.get("/books")).text();
  expect(text).toContain("في الإعدادات ما لا يُسمح به");
  expect(text).toContain("صحّحه في الإعدادات");
  expect(text).toContain("CONFIG_REFUSED");
  await desk.remove();
});
