import {describe, expect, test} from "vitest";
import {usualNaming} from "../../src/methodology/site/path.ts";
import {documentCell} from "../../src/methodology/site/path-cell.ts";
import {renameDepartments, renameDocuments} from "../../src/operations/report/rename.ts";

const usual = {documentNamed: (text: string) => documentCell(usualNaming).safeParse(text).data ?? null};

const titles = `# ours
path;Title;group;more
/a.html;"One; and
two";News;x

/news/index.html;News;;
/b.html;Other;;`;

describe("documents are called otherwise", () => {
  for (const [what, document, title, want] of [
    ["a row of two lines", "/a.html", "New", titles.replace('"One; and\ntwo"', "New")],
    ["a document that is written otherwise", "/news/", "All news", titles.replace("html;News;;", "html;All news;;")],
    ["a title that has to be quoted", "/b.html", 'A "b"; c', titles.replace("Other", '"A ""b""; c"')],
    ["one that is taken away", "/b.html", "", titles.replace("\n/b.html;Other;;", "")],
    ["one that is new", "/c.html", "C", `${titles}\n/c.html;C;;\n`],
    ["nothing", "/c.html", "", titles],
  ] as const) {
    test(what, () => expect(renameDocuments(titles, new Map([[document, title]]), usual)).toBe(want));
  }
  test("in a table that is not there yet", () => {
    expect(renameDocuments("", new Map([["/a", "A"]]), usual)).toBe("path,title\n/a,A\n");
  });
});

describe("departments are called otherwise", () => {
  const table = "prefix,department,language,title\n/,english,en,\n/de/,german,de,Deutsch\n/de2/,german,de,\n";
  for (const [key, title, want] of [
    ["german", "German", table.replace("Deutsch", "German")],
    ["english", "English", table.replace("en,\n", "en,English\n")],
    ["german", "", table.replace("Deutsch", "")],
    ["none", "x", table],
  ] as const) {
    test(`${key}: ${title}`, () => expect(renameDepartments(table, new Map([[key, title]]))).toBe(want));
  }
  test("by the first of several rows, though another had the title", () => {
    const other = "prefix,department,title\n/de/,german,\n/de2/,german,Deutsch\n";
    expect(renameDepartments(other, new Map([["german", "German"]]))).toBe(
      "prefix,department,title\n/de/,german,German\n/de2/,german,\n",
    );
  });
  test("not where there is no column for it", () => {
    expect(() => renameDepartments("prefix,department\n/,english\n", new Map([["english", "E"]]))).toThrow(
      expect.objectContaining({code: "DEPARTMENTS_REFUSED"}),
    );
  });
});
