import {spawnSync} from "node:child_process";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {visible} from "../../../src/base/text.ts";
import {languageIds} from "../../../src/base/words/language.ts";
import {renderDocx} from "../../../src/render/docx/report.ts";
import {renderJson} from "../../../src/report/json/report.ts";
import type {Report} from "../../../src/report/report.ts";
import {longReport, report} from "../fixture.ts";
import {hostileText, hostileTexts} from "../hostile.ts";
import {ledgerReport, reportedReport, reportWith, richReport} from "../rich-fixture.ts";
import {find, styleOf, textOf, WordFile} from "./word-file.ts";

const wordOf = async (one: Report, options: Parameters<typeof renderDocx>[1] = {}) =>
  new WordFile(await renderDocx(one, options));

const cases: readonly (readonly [string, Report])[] = [
  ["with all that a report may hold", ledgerReport],
  ["of three figures", report],
  ["with figures of an older report", reportedReport],
  ["of 24 months, in several tables", longReport(24)],
  ["without summary, tables, notes and figures", {...report, summary: [], notes: [], standing: [], measures: []}],
  ["of names that are marks", reportWith("</w:t> & \" ' ]]> <w:p/> \x1b[31m\u0000\ufffe\u202eevil\n\t{PAGE}")],
];

describe("what Word is strict about", () => {
  for (const language of languageIds) {
    test(`holds in ${language}`, async () => checkStrict(await wordOf({...ledgerReport, language})));
  }
  for (const [name, one] of cases) test(`holds for one ${name}`, async () => checkStrict(await wordOf(one)));
});

/** Ids are told once, what is named is there, grids fit their rows, each cell ends in a paragraph. */
function checkStrict(file: WordFile): void {
  for (const name of file.names.filter((one) => /\.(xml|rels)$/.test(one))) file.part(name);
  const {body} = file;
  for (const name of ["w:bookmarkStart", "w:bookmarkEnd", "wp:docPr"]) {
    const ids = find(body, name).map(({attributes}) => attributes[name === "wp:docPr" ? "id" : "w:id"]);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
  const bookmarks = find(body, "w:bookmarkStart").map(({attributes}) => attributes["w:name"]!);
  expect(new Set(bookmarks).size).toBe(bookmarks.length);
  for (const name of bookmarks) expect(name).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
  for (const {attributes} of find(body, "w:hyperlink")) {
    if (attributes["w:anchor"] !== undefined) expect(bookmarks).toContain(attributes["w:anchor"]);
  }
  for (const {text} of find(body, "w:instrText")) expect(bookmarks).toContain(/NOTEREF (\w+)/.exec(text)![1]);
  const relations = find(file.part("word/_rels/document.xml.rels"), "Relationship").map(({attributes}) => attributes);
  expect(new Set(relations.map(({Id}) => Id)).size).toBe(relations.length);
  for (const {Target, TargetMode} of relations)
    if (TargetMode !== "External") expect(file.names).toContain(`word/${Target}`);
  const used = [...file.text("word/document.xml").matchAll(/\br:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id);
  for (const id of used) expect(relations.map(({Id}) => Id)).toContain(id);
  const types = find(file.part("[Content_Types].xml"), "Override").map(({attributes}) =>
    attributes["PartName"]!.slice(1),
  );
  for (const name of types) expect(file.names).toContain(name);
  const endings = find(file.part("[Content_Types].xml"), "Default").map(({attributes}) => attributes["Extension"]);
  for (const name of file.names.slice(1))
    expect(types.includes(name) || endings.includes(name.split(".").at(-1))).toBe(true);
  const styles = new Set(find(file.part("word/styles.xml"), "w:style").map(({attributes}) => attributes["w:styleId"]));
  for (const paragraph of find(body, "w:p")) {
    const style = styleOf(paragraph);
    if (style !== undefined) expect(styles).toContain(style);
  }
  const lists = new Set(find(file.part("word/numbering.xml"), "w:num").map(({attributes}) => attributes["w:numId"]));
  for (const {attributes} of find(body, "w:numId")) expect(lists).toContain(attributes["w:val"]);
  for (const table of find(body, "w:tbl")) {
    const columns = find(table.children.find(({name}) => name === "w:tblGrid")!, "w:gridCol");
    for (const {attributes} of columns) expect(Number(attributes["w:w"])).toBeGreaterThan(0);
    for (const row of table.children.filter(({name}) => name === "w:tr")) {
      const cells = row.children.filter(({name}) => name === "w:tc");
      expect(cells.length).toBe(columns.length);
      for (const cell of cells) expect(cell.children.at(-1)!.name).toBe("w:p");
      expect(find(row, "w:cantSplit").length).toBe(1);
    }
  }
  // Two tables that touch become one.
  for (const [i, block] of body.children.entries())
    if (block.name === "w:tbl") expect(body.children[i + 1]?.name).not.toBe("w:tbl");
  const footnotes = find(file.part("word/footnotes.xml"), "w:footnote").map(({attributes}) => attributes["w:id"]);
  expect(footnotes.slice(0, 2)).toEqual(["-1", "0"]);
  expect(find(body, "w:footnoteReference").map(({attributes}) => attributes["w:id"])).toEqual(footnotes.slice(2));
  for (const {attributes} of find(body, "wp:docPr")) expect(attributes["descr"]).not.toBe("");
}

/** A text of strangers as a document has it. */
function shown(text: string): string {
  return visible(text).replace(/[\ufffe\uffff]/g, (one) => `\\u{${one.charCodeAt(0).toString(16)}}`);
}

/** What of the JSON is looked for. */
interface Json {
  readonly columns: readonly unknown[];
  readonly measures: readonly {
    readonly id: string;
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly totals: Readonly<Record<string, number | null>>;
  readonly tables: readonly JsonTable[];
  readonly ledger: {readonly tables: readonly JsonTable[]};
  readonly comparison: Readonly<
    Record<"values" | "changePercent", Readonly<Record<string, readonly (number | null)[]>>>
  >;
  readonly account: readonly {readonly requests: number}[];
  readonly inputs: readonly {
    readonly name: string;
    readonly lines: number;
    readonly requests: number;
    readonly sha256: string;
  }[];
}

interface JsonTable {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly {readonly label: string; readonly values: readonly (number | string | null)[]}[];
}

const jsonOf = (one: Report) => JSON.parse(renderJson(one)) as Json;

/** Does a cell print the value, to as many digits as it shows? */
function prints(cell: string | undefined, value: number | null): boolean {
  if (cell === undefined || value === null) return cell === "–";
  if (cell === "<0.1%") return value < 0.1 && value > 0;
  const printed = Number(cell.replace(/[,%+\s]/g, "").replace("−", "-"));
  const decimals = cell.split(".")[1]?.replace(/\D/g, "").length ?? 0;
  return Math.abs(printed - value) <= 0.5 * 10 ** -decimals + 1e-9;
}

describe("each value of the JSON", () => {
  for (const [name, one] of cases.slice(0, -1)) {
    test(`stands in its cell of the main table, ${name}`, async () => {
      const file = await wordOf(one);
      const {measures, columns, totals} = jsonOf(one);
      const tables = measures.length === 0 ? [] : file.tablesBelow("Heading1", "Readership by month");
      for (const {id, label, values} of measures) {
        const rows = tables.flatMap((table) => table.filter((cells) => cells[0] === shown(label)));
        const cells = rows.flatMap(([, ...rest]) => rest);
        for (const [i, value] of [...values, ...(columns.length > 1 ? [totals[id] ?? null] : [])].entries())
          expect(prints(cells[i], value), `${label} ${i}: ${cells[i]} for ${value}`).toBe(true);
      }
    });
  }

  test("stands in its cell of every table, of the logs and of the books", async () => {
    const file = await wordOf(ledgerReport);
    const {tables, ledger} = jsonOf(ledgerReport);
    for (const table of [...tables, ...ledger.tables]) {
      const rows = file.tablesBelow("Heading2", table.title).flatMap((one) => one.slice(1));
      expect(rows.length, table.id).toBe(table.rows.length);
      for (const {label, values} of table.rows) {
        const cells = rows.find((row) => row.includes(visible(label)));
        expect(cells, `${table.id}: ${label}`).toBeDefined();
        for (const [i, value] of values.entries()) {
          const cell = cells!.at(i - values.length);
          if (typeof value === "string") expect(cell).toBe(value);
          else expect(prints(cell, value), `${table.id} ${label}: ${cell} for ${value}`).toBe(true);
        }
      }
    }
  });

  test("stands in its cell of the comparison, the account and the logs", async () => {
    const file = await wordOf(ledgerReport);
    const {comparison, account, inputs, measures} = jsonOf(ledgerReport);
    const compared = file.tablesBelow("Heading1", "Compared with second half of 2004").flat();
    for (const {id, label} of measures.filter((one) => comparison.values[one.id])) {
      const at = compared.findIndex(([first]) => first!.startsWith(`${label} · 2005`));
      const [[, ...before], [, ...change]] = [compared[at + 1]!, compared[at + 2]!];
      for (const [i, value] of comparison.values[id]!.entries()) {
        expect(prints(before[i], value), `${id} ${before[i]} for ${value}`).toBe(true);
        expect(prints(change[i], comparison.changePercent[id]![i]!), `${id} ${change[i]}`).toBe(true);
      }
    }
    const requests = file.tablesBelow("Heading1", "Where every request went").flat().at(-1)!;
    for (const [i, month] of account.entries()) expect(prints(requests[i + 1], month.requests)).toBe(true);
    const logs = file.tablesBelow("Heading1", "Where the figures come from").flat();
    for (const {name, lines, requests: counted, sha256} of inputs) {
      const row = logs.find(([label]) => label === visible(name))!;
      expect(prints(row[1], lines) && prints(row[2], counted) && row.at(-1) === sha256, name).toBe(true);
    }
  });
});

describe("a document", () => {
  test("has headings, heads that come again, figures that end in one line", async () => {
    const file = await wordOf(ledgerReport);
    expect(file.paragraphs("Title")).toEqual(["Readership, second half of 2005"]);
    expect(file.paragraphs("Heading1")).toContain("Behind the figures");
    expect(file.paragraphs("Heading2")).toContain("Top documents");
    const [head, row] = find(find(file.body, "w:tbl").find((table) => textOf(table).startsWith("FigureJul"))!, "w:tr");
    expect(find(head!, "w:tblHeader").length).toBe(1);
    expect(find(row!, "w:jc").map(({attributes}) => attributes["w:val"])[1]).toBe("right");
  });

  test("leads from its contents to each part", async () => {
    const file = await wordOf(ledgerReport);
    const links = find(file.body, "w:hyperlink").filter(({attributes}) => attributes["w:anchor"]?.startsWith("part_"));
    expect(links.map(textOf)).toEqual(file.paragraphs("Heading1"));
  });

  test("has the notes as footnotes, told once", async () => {
    const file = await wordOf(report);
    const texts = find(file.part("word/footnotes.xml"), "w:footnote")
      .slice(2)
      .map((one) => textOf(one).trim());
    expect(texts.join(" ")).toBe(report.notes.map(({text}) => text).join(" "));
    expect(find(file.body, "w:instrText").length).toBeGreaterThan(0);
  });

  test("says whose it is, of when and in which language, on the paper that is asked for", async () => {
    const file = await wordOf({...ledgerReport, language: "de"}, {paper: "letter"});
    const core = file.part("docProps/core.xml");
    const told = (name: string) => find(core, name)[0]?.text;
    expect(told("dc:creator")).toBe("The Example Press");
    expect(told("dc:language")).toBe("de-DE");
    expect(told("dcterms:created")).toBe(`${ledgerReport.date}T00:00:00Z`);
    expect(find(file.body, "w:pgSz")[0]!.attributes).toMatchObject({"w:w": "12240", "w:h": "15840"});
    expect(textOf(file.part("word/header1.xml"))).toContain("The Example Press");
    expect(find(file.part("word/footer1.xml"), "w:instrText").map(({text}) => text)).toEqual(["PAGE", "NUMPAGES"]);
    expect(file.text("word/styles.xml")).toContain('w:val="de-DE"');
  });

  test("runs from the right in Arabic, and figures as their letters do", async () => {
    const file = await wordOf({...ledgerReport, language: "ar"});
    expect(find(find(file.body, "w:sectPr")[0]!, "w:bidi").length).toBe(1);
    for (const table of find(file.body, "w:tblPr")) expect(find(table, "w:bidiVisual").length).toBe(1);
    for (const paragraph of find(file.body, "w:p").filter((one) => /^Heading|^Lead|^Remark/.test(styleOf(one) ?? "")))
      expect(find(paragraph, "w:bidi").length, textOf(paragraph)).toBe(1);
    for (const paragraph of find(file.body, "w:p").filter(
      (one) => /^[\d,.%+ ]+$/.test(textOf(one)) && styleOf(one) === "TableFigure",
    ))
      expect(find(paragraph, "w:bidi").length, textOf(paragraph)).toBe(0);
  });
});

test("the same report gives the same bytes, in every time zone and beside others", async () => {
  const one = Buffer.from(await renderDocx(ledgerReport, {}));
  await renderDocx(richReport, {});
  expect(Buffer.from(await renderDocx(ledgerReport, {})).equals(one)).toBe(true);
  const script = `
    const {renderDocx} = await import(${JSON.stringify(new URL("../../../src/render/docx/report.ts", import.meta.url).href)});
    const {ledgerReport} = await import(${JSON.stringify(new URL("../rich-fixture.ts", import.meta.url).href)});
    process.stdout.write(Buffer.from(await renderDocx(ledgerReport, {})).toString("base64"));`;
  const {stdout} = spawnSync(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
    encoding: "utf8",
    maxBuffer: 1e9,
    env: {...process.env, TZ: "Pacific/Kiritimati"},
  });
  expect(Buffer.from(stdout, "base64").equals(one)).toBe(true);
  expect(new WordFile(one).names[0]).toBe("[Content_Types].xml");
  expect(new WordFile(one).times.size).toBe(1);
});

describe("what strangers wrote", () => {
  test("stands there as text, whatever it is", async () => {
    const property = fc.asyncProperty(hostileText, async (text) => checkHostile(text));
    await fc.assert(property, {numRuns: 4, seed: 2005});
  });

  test("stands there as text where it is made to become something", async () => checkHostile(...hostileTexts));
});

async function checkHostile(...texts: readonly string[]): Promise<void> {
  const [first] = texts;
  const [table] = richReport.tables;
  const rows = texts.map((text) => ({...table!.rows[0]!, label: text, group: text}));
  const inputs = texts.map((text) => ({...richReport.inputs[0]!, name: text}));
  const file = await wordOf({
    ...richReport,
    tables: [{...table!, rows}],
    inputs,
    summary: texts,
    publication: `P ${first}`,
  });
  checkStrict(file);
  const found = file.tables.flat(2);
  for (const text of texts) if (text.trim() !== "") expect(found).toContain(shown(text));
}
