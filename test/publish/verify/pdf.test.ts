import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {programSha256} from "../../../src/base/program.ts";
import {sha256} from "../../../src/base/sha256.ts";
import {readVersion} from "../../../src/base/version.ts";
import {readPdf} from "../../../src/publish/verify/pdf/file.ts";
import {attachedTo} from "../../../src/publish/verify/pdf/pages.ts";
import {printedHash, textOfPages} from "../../../src/publish/verify/pdf/text.ts";
import {loadPdf} from "../../../src/render/pdf/report.ts";
import {readReport} from "../../../src/report/json/read.ts";
import type {Report} from "../../../src/report/report.ts";
import {EditedPdf} from "./edited-pdf.ts";
import {copyPublished, overwrite, type PublishedPdf, publishedPdf, verifyAt} from "./published-press.ts";
import {told} from "./sealed.ts";

const period = "2026-01..2026-02";
let press: PublishedPdf;
let json: string;
beforeAll(async () => {
  press = await publishedPdf();
  json = readFileSync(join(press.workshop.folder, "published", period, "report.json"), "utf8");
}, 120_000);
afterAll(() => press.workshop.remove());

/** The PDF with another stream in an object, and a table of objects that is right again. */
function withStream(of: "marks" | "data", change: (stream: Buffer) => Buffer): Buffer {
  const pdf = new EditedPdf(press.bytes);
  return pdf.stream(pdf.numberOf(of), change).bytes();
}

/** The PDF with two figures of the first page exchanged. */
function withFiguresExchanged(): Buffer {
  const runs = textOfPages(readPdf(press.bytes, "x"))[0]!;
  const [one, other] = [runs.indexOf("430"), runs.indexOf("517")].sort((a, b) => a - b) as [number, number];
  expect(one).toBeGreaterThan(-1);
  return withStream("marks", (stream) => {
    const shown = /[[(](?:\((?:[^()\\]|\\[\s\S])*\)|[^()\]])*\]? T[jJ]|\((?:[^()\\]|\\[\s\S])*\) Tj/;
    const text = stream.toString("latin1");
    const blocks = text.split(/(?=\bBT\b)/);
    // The first part stands before all runs.
    const [first, second] = [one, other].map((run) => blocks[run + 1]!.match(shown)![0]);
    blocks[one + 1] = blocks[one + 1]!.replace(first!, () => second!);
    blocks[other + 1] = blocks[other + 1]!.replace(second!, () => first!);
    return Buffer.from(blocks.join(""), "latin1");
  });
}

test("a PDF gives its data, its text and the hash that it prints, as Debian's tools read them", () => {
  const pdf = readPdf(press.bytes, "x");
  expect(attachedTo(pdf).map(({name, content}) => [name, content!.toString("utf8")])).toEqual([["report.json", json]]);
  const pages = textOfPages(pdf);
  expect(printedHash(pages)).toBe(sha256(json));
  const path = join(press.workshop.root, "report.pdf");
  writeFileSync(path, press.bytes);
  const theirs = execFileSync("pdftotext", [path, "-"], {encoding: "utf8", stdio: ["ignore", "pipe", "ignore"]});
  // A hyphen at the end of a line is left out by theirs.
  const plain = (text: string): string => text.replace(/[\s-]+/g, "");
  const missing = pages.flat().filter((run) => !plain(theirs).includes(plain(run)));
  expect(missing).toEqual([]);
  expect(pages.flat().length).toBeGreaterThan(100);
});

describe("a PDF by itself", () => {
  test("says what its data say, and carries no signature", async () => {
    const found = await press.alone(press.bytes);
    expect(found.editions[0]!.record).toMatchObject({publication: "The Example Press", period, date: "2026-03-01"});
    const [first, finding] = told(found, 1);
    expect(first).toBe("could not be checked");
    expect(finding).toContain(sha256(json).match(/.{4}/g)!.join(" "));
    expect(told(found, 2)).toEqual(["verified"]);
  });

  test("in which figures were exchanged on a page is found", async () => {
    const [answer, ...findings] = told(await press.alone(withFiguresExchanged()), 2);
    expect(answer).toBe("differs");
    expect(findings).toHaveLength(2);
  });

  test("that carries other data prints the hash of others", async () => {
    const other = withStream("data", () => Buffer.from(json.replace("517", "571")));
    const [answer, ...findings] = told(await press.alone(other), 2);
    expect(answer).toBe("differs");
    expect(findings.join("\n")).toContain("the hash that it prints is not that of report.json");
  });

  /** As another build of this version might set the same data: with another sentence, and, where it is asked, another figure. */
  const ofBuild = async (program: string | null, change: (report: Report) => Report) => {
    const report = change(readReport(json, "report.json"));
    return Buffer.from(await (await loadPdf())(report, {json, program, paper: "letter"}));
  };
  const inOtherWords = (report: Report): Report => ({
    ...report,
    summary: ["In other words.", ...report.summary.slice(1)],
  });

  for (const [who, program] of [
    ["another build of this version", "f".repeat(64)],
    ["a build that does not say which", null],
  ] as const) {
    test(`made by ${who} is right where it is the same, and could not be checked where its words are others`, async () => {
      expect(told(await press.alone(await ofBuild(program, (report) => report)), 2)).toEqual(["verified"]);
      const [answer, ...findings] = told(await press.alone(await ofBuild(program, inOtherWords)), 2);
      expect(answer).toBe("could not be checked");
      expect(findings.join("\n")).toContain(`it was made by Broadsheet ${readVersion()} of other files than this one`);
    });
  }

  test("in other words, which says that this build made it, differs", async () => {
    expect(told(await press.alone(await ofBuild(programSha256(), inOtherWords)), 2)[0]).toBe("differs");
  });

  test("of another build with another figure differs", async () => {
    const other = (report: Report): Report => ({
      ...report,
      summary: report.summary.map((sentence) => sentence.replace("517", "571")),
    });
    expect(told(await press.alone(await ofBuild("f".repeat(64), other)), 2)[0]).toBe("differs");
  });

  for (const [what, change, code] of [
    [
      "without data",
      () =>
        Buffer.from(press.bytes.toString("latin1").replace("/Names [(report.json)", "/Names [(report.jsan)"), "latin1"),
      "EDITION_REFUSED",
    ],
    [
      "that was added to",
      () => Buffer.concat([press.bytes, Buffer.from("\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n")]),
      "EDITION_REFUSED",
    ],
    ["that is cut", () => press.bytes.subarray(0, 5000), "EDITION_REFUSED"],
    ["whose data are no report", () => withStream("data", () => Buffer.from("{}")), "REPORT_REFUSED"],
  ] as const) {
    test(`${what} is refused`, async () => {
      await expect(press.alone(change())).rejects.toMatchObject({code});
    });
  }
});

describe("the PDF of an edition", () => {
  const changedTo = async (pdf: Buffer) => {
    const folder = join(copyPublished(press.workshop, `pdf-${sha256(pdf).slice(0, 8)}`), period);
    overwrite(join(folder, "report.pdf"), pdf);
    const found = await verifyAt(folder, press.workshop);
    return found.editions[0]!.levels.find(({level}) => level === 2)!.findings.filter(({file}) => file === "report.pdf");
  };

  test("in which figures were exchanged by hand is found, and they are named", async () => {
    const findings = await changedTo(withFiguresExchanged());
    const said = findings.map(({answer, cell, published, now}) => [answer, cell, published, now]);
    expect(said).toContainEqual(["differs", expect.stringContaining("Distinct users, January 2026"), "517", "430"]);
    expect(said).toContainEqual(["differs", expect.stringContaining("Distinct users, February 2026"), "430", "517"]);
  });

  test("with other bytes and the same text and data is told as that", async () => {
    const findings = await changedTo(withStream("marks", (stream) => stream));
    // The statement, which is as it was signed, has another hash of it.
    expect(findings.map(({answer}) => answer)).toEqual(["could not be checked", "differs"]);
    expect(findings[1]!.cause).toBe("it is not what statement.intoto.json says of it");
    expect(findings[0]!.cause).toMatch(/^it has other bytes than it is made of here, and the same text and data: /);
  });

  test("that is none is told", async () => {
    const [finding] = await changedTo(Buffer.from("%PDF-1.7 nothing"));
    expect(finding).toMatchObject({
      answer: "differs",
      cause: expect.stringContaining("the PDF has no table of its objects"),
    });
  });
});
