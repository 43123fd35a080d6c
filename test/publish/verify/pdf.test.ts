import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {deflateSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sha256} from "../../../src/base/sha256.ts";
import {attachedTo, readPdf} from "../../../src/publish/verify/pdf/file.ts";
import {printedHash, textOfPages} from "../../../src/publish/verify/pdf/text.ts";
import type {Workshop} from "../../intake/workshop.ts";
import {copyPublished, overwrite, publishedPress, verifyAt} from "./published-press.ts";
import {told} from "./sealed.ts";

const period = "2026-01..2026-02";
let workshop: Workshop;
let bytes: Buffer;
let json: string;
beforeAll(async () => {
  workshop = await publishedPress();
  const folder = join(workshop.folder, "published", period);
  bytes = readFileSync(join(folder, "report.pdf"));
  json = readFileSync(join(folder, "report.json"), "utf8");
}, 120_000);
afterAll(() => workshop.remove());

/** The PDF with another stream in an object, and a table of objects that is right again. */
function withStream(number: number, change: (stream: Buffer) => Buffer): Buffer {
  const text = bytes.toString("latin1");
  const tableAt = Number(/startxref\s+(\d+)/.exec(text.slice(-64))![1]);
  const [, count] = /^xref\n0 (\d+)\n/.exec(text.slice(tableAt))!;
  const entries = text.slice(tableAt + `xref\n0 ${count}\n`.length);
  const offsets = Array.from({length: Number(count) - 1}, (_, place) =>
    Number(entries.slice((place + 1) * 20).slice(0, 10)),
  );
  const sorted = offsets.map((at, place) => ({at, number: place + 1})).toSorted((a, b) => a.at - b.at);
  const parts: Buffer[] = [bytes.subarray(0, sorted[0]!.at)];
  const moved = new Map<number, number>();
  let length = parts[0]!.length;
  for (const [place, own] of sorted.entries()) {
    const part = bytes.subarray(own.at, sorted[place + 1]?.at ?? tableAt);
    const made = own.number === number ? changed(part, change(readPdf(bytes, "x").stream(number)!)) : part;
    moved.set(own.number, length);
    parts.push(made);
    length += made.length;
  }
  const table = [...Array(Number(count)).keys()].map((one) => {
    return one === 0 ? "0000000000 65535 f \n" : `${String(moved.get(one)).padStart(10, "0")} 00000 n \n`;
  });
  const trailer = text.slice(text.indexOf("trailer", tableAt), text.lastIndexOf("startxref"));
  const end = `xref\n0 ${count}\n${table.join("")}${trailer}startxref\n${length}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end, "latin1")]);
}

function changed(part: Buffer, stream: Buffer): Buffer {
  const packed = deflateSync(stream);
  const head = part.toString("latin1", 0, part.indexOf("stream")).replace(/\/Length \d+/, `/Length ${packed.length}`);
  return Buffer.concat([Buffer.from(`${head}stream\n`, "latin1"), packed, Buffer.from("\nendstream\nendobj\n\n")]);
}

/** Where the first page has its marks, and the data their bytes. */
function numbersOf(): {readonly contents: number; readonly data: number} {
  const pdf = readPdf(bytes, "x");
  const heads = pdf.numbers.map((number) => ({number, head: pdf.head(number)}));
  const first = /\/Kids \[(\d+)/.exec(heads.find(({head}) => head.includes("/Type /Pages"))!.head)![1];
  const contents = /\/Contents (\d+)/.exec(pdf.head(Number(first)))![1];
  return {contents: Number(contents), data: heads.find(({head}) => head.includes("/Type /EmbeddedFile"))!.number};
}

/** The PDF with two figures of the first page exchanged. */
function withFiguresExchanged(): Buffer {
  const runs = textOfPages(readPdf(bytes, "x"))[0]!;
  const [one, other] = [runs.indexOf("430"), runs.indexOf("517")].sort((a, b) => a - b) as [number, number];
  expect(one).toBeGreaterThan(-1);
  return withStream(numbersOf().contents, (stream) => {
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
  const pdf = readPdf(bytes, "x");
  expect(attachedTo(pdf, "report.json")!.toString("utf8")).toBe(json);
  const pages = textOfPages(pdf);
  expect(printedHash(pages)).toBe(sha256(json));
  const path = join(workshop.root, "report.pdf");
  writeFileSync(path, bytes);
  const theirs = execFileSync("pdftotext", [path, "-"], {encoding: "utf8", stdio: ["ignore", "pipe", "ignore"]});
  // A hyphen at the end of a line is left out by theirs.
  const plain = (text: string): string => text.replace(/[\s-]+/g, "");
  const missing = pages.flat().filter((run) => !plain(theirs).includes(plain(run)));
  expect(missing).toEqual([]);
  expect(pages.flat().length).toBeGreaterThan(100);
});

describe("a PDF by itself", () => {
  const alone = async (pdf: Buffer) => {
    const path = join(workshop.root, "alone.pdf");
    writeFileSync(path, pdf);
    return verifyAt(path, workshop);
  };

  test("says what its data say, and carries no signature", async () => {
    const found = await alone(bytes);
    expect(found.editions[0]!.record).toMatchObject({publication: "The Example Press", period, date: "2026-03-01"});
    const [first, finding] = told(found, 1);
    expect(first).toBe("could not be checked");
    expect(finding).toContain(sha256(json).match(/.{4}/g)!.join(" "));
    expect(told(found, 2)).toEqual(["verified"]);
  });

  test("in which figures were exchanged on a page is found", async () => {
    const [answer, ...findings] = told(await alone(withFiguresExchanged()), 2);
    expect(answer).toBe("differs");
    expect(findings).toHaveLength(2);
  });

  test("that carries other data prints the hash of others", async () => {
    const other = withStream(numbersOf().data, () => Buffer.from(json.replace("517", "571")));
    const [answer, ...findings] = told(await alone(other), 2);
    expect(answer).toBe("differs");
    expect(findings.join("\n")).toContain("the hash that it prints is not that of report.json");
  });

  for (const [what, change, code] of [
    [
      "without data",
      () => Buffer.from(bytes.toString("latin1").replace("/F (report.json)", "/F (report.jsan)"), "latin1"),
      "EDITION_REFUSED",
    ],
    [
      "that was added to",
      () => Buffer.concat([bytes, Buffer.from("\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n")]),
      "EDITION_REFUSED",
    ],
    ["that is cut", () => bytes.subarray(0, 5000), "EDITION_REFUSED"],
    ["whose data are no report", () => withStream(numbersOf().data, () => Buffer.from("{}")), "REPORT_REFUSED"],
  ] as const) {
    test(`${what} is refused`, async () => {
      await expect(alone(change())).rejects.toMatchObject({code});
    });
  }
});

describe("the PDF of an edition", () => {
  const changedTo = async (pdf: Buffer, versions = process.versions) => {
    const folder = join(copyPublished(workshop, `pdf-${sha256(pdf).slice(0, 8)}`), period);
    overwrite(join(folder, "report.pdf"), pdf);
    const found = await verifyAt(folder, workshop, {versions});
    return found.editions[0]!.levels.find(({level}) => level === 2)!.findings.filter(({file}) => file === "report.pdf");
  };

  test("in which figures were exchanged by hand is found, and they are named", async () => {
    const findings = await changedTo(withFiguresExchanged());
    const said = findings.map(({answer, cell, published, now}) => [answer, cell, published, now]);
    expect(said).toContainEqual(["differs", expect.stringContaining("Distinct users, January 2026"), "517", "430"]);
    expect(said).toContainEqual(["differs", expect.stringContaining("Distinct users, February 2026"), "430", "517"]);
  });

  test("with other bytes and the same text and data is told as that", async () => {
    const findings = await changedTo(withStream(numbersOf().contents, (stream) => stream));
    expect(findings.map(({answer}) => answer)).toEqual(["could not be checked"]);
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
