import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {canonicalPath} from "../../src/base/paths/form.ts";
import {type DepartmentTable, readDepartments} from "../../src/methodology/site/departments.ts";
import {blocksOf, readPages} from "../docs/markdown.ts";
import {hostileText} from "../render/hostile.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-departments-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const path = join(folder, "departments.csv");
const header = "prefix,department,language,title\n";

function tableOf(text: string): DepartmentTable {
  writeFileSync(path, text);
  return readDepartments(path);
}

describe("a document belongs to the longest prefix that fits", () => {
  const table = tableOf(`${header}/,english,en,English
/zhongwen/,zhongwen,zh,Chinese
/zhongwen/jianti,zhongwen,zh-hans,
/zhongwen/jianti/old/,archive,,
/deutsch,deutsch,de,German
/deutsch/archiv.html,archive,DE,The archive
//francais//,francais,fr-ca,
`);

  for (const [document, department, language] of [
    ["/", "english", "en"],
    ["/news.html", "english", "en"],
    ["/zhongwen/", "zhongwen", "zh"],
    ["/zhongwen", "zhongwen", "zh"],
    ["/zhongwen.html", "english", "en"],
    ["/zhongwen2/a.html", "english", "en"],
    ["/zhongwenb", "english", "en"],
    ["/Zhongwen/", "english", "en"],
    ["/zhongwen/a.html", "zhongwen", "zh"],
    ["/zhongwen/jianti", "zhongwen", "zh-Hans"],
    ["/zhongwen/jianti.html", "zhongwen", "zh-Hans"],
    ["/zhongwen/jianti/a", "zhongwen", "zh-Hans"],
    ["/zhongwen/jianti2/a", "zhongwen", "zh"],
    ["/zhongwen/jianti/old", "archive", null],
    ["/zhongwen/jianti/old.html", "zhongwen", "zh-Hans"],
    ["/zhongwen/jianti/old/a/b/c", "archive", null],
    ["/deutsch", "deutsch", "de"],
    ["/deutsch/", "deutsch", "de"],
    ["/deutsch.html", "deutsch", "de"],
    ["/deutsch.de.html", "deutsch", "de"],
    ["/deutsch/x.html", "deutsch", "de"],
    ["/deutschland", "english", "en"],
    ["/deutsch-2", "english", "en"],
    ["/deutsch/archiv.html", "archive", "de"],
    ["/deutsch/archiv.html.gz", "archive", "de"],
    ["/deutsch/archiv.htm", "deutsch", "de"],
    ["/francais/a", "francais", "fr-CA"],
    ["/francais", "francais", "fr-CA"],
    ["/..", "english", "en"],
    [`/${".".repeat(70_000)}`, "english", "en"],
    [`/deutsch${"/".repeat(70_000)}`, "deutsch", "de"],
  ] as const) {
    const shown = document.length > 40 ? `${document.slice(0, 40)}… (${document.length} characters)` : document;
    test(`${shown} belongs to ${department}, ${language ?? "no language"}`, () => {
      expect(table.departmentOf(document)).toEqual({department, language});
    });
  }

  for (const document of ["", "*", "zhongwen/", "http://example.org/"]) {
    test(`"${document}" is no document of the site and belongs nowhere`, () => {
      expect(table.departmentOf(document)).toBeNull();
    });
  }
  test("departments are known in the order of the table", () => {
    expect(table.departments).toEqual(["english", "zhongwen", "archive", "deutsch", "francais"]);
  });
  for (const [department, title] of [
    ["zhongwen", "Chinese"],
    ["archive", "The archive"],
    ["francais", "francais"],
    ["unknown", "unknown"],
    ["__proto__", "__proto__"],
  ] as const) {
    test(`${department} is printed as ${title}`, () => expect(table.titleOf(department)).toBe(title));
  }
});

test("without a prefix for the whole site some documents belong nowhere", () => {
  const table = tableOf(`${header}/zhongwen/,zhongwen,,\n`);
  expect(table.departmentOf("/zhongwen/a")).toEqual({department: "zhongwen", language: null});
  expect(table.departmentOf("/a")).toBeNull();
  expect(tableOf(header).departmentOf("/a")).toBeNull();
});

test("a table from a spreadsheet is read: semicolons, Windows-1252, empty rows", () => {
  const text = `prefix;department;language;title\r\n/fran\xe7ais/;francais;fr;Fran\xe7ais\r\n;;;\r\n`;
  writeFileSync(path, Buffer.from(text, "latin1"));
  const table = readDepartments(path);
  expect(table.departmentOf("/fran%C3%A7ais/a")).toEqual({department: "francais", language: "fr"});
  expect(table.titleOf("francais")).toBe("Français");
});

test("a title may hold anything, and is text", () => {
  const table = tableOf(`${header}/a/,a,," <b>x</b>\x1b[31m\u202e\n=1+1 "\n`);
  expect(table.titleOf("a")).toBe("<b>x</b>\x1b[31m\u202e\n=1+1");
});

for (const [what, rows, place, message, help] of [
  [
    "a prefix without its slash",
    "zhongwen/,zhongwen,,\n",
    '2, column "prefix"',
    '"zhongwen/" is not a path',
    "write it from its first slash, like /zhongwen/news.html",
  ],
  [
    "a whole address",
    "https://example.org/a/,a,,\n",
    '2, column "prefix"',
    '"https://example.org/a/" is not a path',
    "write it from its first slash, like /zhongwen/news.html",
  ],
  ["no prefix", ",zhongwen,,\n", '2, column "prefix"', '"" is not a path', "write it from its first slash, like"],
  [
    "a fragment",
    "/index.php#zh,zhongwen,,\n",
    '2, column "prefix"',
    'the prefix "/index.php#zh" has a fragment, and no request has one',
    "write /index.php",
  ],
  [
    "a parameter that is none",
    "/zhongwen/?,zhongwen,,\n",
    '2, column "prefix"',
    'the prefix "/zhongwen/?" asks for "", which is no parameter',
    "write it like ?name=value, and several with & between them",
  ],
  [
    "a name that no document has",
    "/zhongwen/index.html,zhongwen,,\n",
    '2, column "prefix"',
    'the prefix "/zhongwen/index.html" fits nothing: that document is /zhongwen/',
    "write /zhongwen/ for everything below it",
  ],
  [
    "a prefix twice",
    "/a/,a,,\n# b\n/a/,b,,\n",
    '4, column "prefix"',
    'the prefix "/a/" is there already, in line 2',
    "delete one of the two lines",
  ],
  [
    "a prefix twice, once without its slash",
    "/a/b/,a,,\n/a//b,a,,\n",
    '3, column "prefix"',
    'the prefix "/a/b" is there already, in line 2 as "/a/b/"',
    "delete one of the two lines",
  ],
  [
    "the whole site twice",
    "/,a,,\n//,a,,\n",
    '3, column "prefix"',
    'the prefix "/" is there already, in line 2',
    "del",
  ],
  [
    "a department's name for its key",
    "/a/,Zhong Wen!,,\n",
    '2, column "department"',
    '"Zhong Wen!" is not a department\'s key: small letters a to z, digits and hyphens',
    "write zhong-wen",
  ],
  [
    "a key in other letters",
    "/a/,中文,,\n",
    '2, column "department"',
    '"中文" is not a department\'s key: small letters a to z, digits and hyphens',
    "write it like zhongwen, and the printed name under title",
  ],
  ["no department", "/a/,,,\n", '2, column "department"', '"" is not a department\'s key', "write it like zhongwen"],
  [
    "a language's name",
    "/a/,a,Chinese,\n",
    '2, column "language"',
    '"Chinese" is not a language tag',
    "write it like zh, fr or pt-BR",
  ],
  ["a system's locale", "/a/,a,zh_CN,\n", '2, column "language"', '"zh_CN" is not a language tag', "write zh-CN"],
  [
    "a department with two titles",
    "/a/,a,,First\n/b/,a,,\n/c/,a,,Second\n",
    '4, column "title"',
    'a has the title "Second" here and "First" in line 2',
    "leave one title, and empty the other",
  ],
  ["too few cells", "/a/,a\n", "2", "the line has 2 cells, the first line names 4", "put text that holds a comma"],
] as const) {
  test(`${what} is refused: ${message}`, () => {
    expect(() => tableOf(header + rows)).toThrow(
      expect.objectContaining({
        code: "DEPARTMENTS_REFUSED",
        message: expect.stringContaining(message),
        help: expect.stringContaining(help),
        where: `${path}:${place}`,
      }),
    );
  });
}

test("all faults are told at once", () => {
  expect(() => tableOf(`${header}a,a,,\n/b/,b,x_y_z,\n/c/,C,,\n`)).toThrow(
    '"a" is not a path; 2 more faults in lines 3 and 4',
  );
});

test("a table that is missing is refused", () => {
  const none = join(folder, "none.csv");
  expect(() => readDepartments(none)).toThrow(
    expect.objectContaining({
      code: "DEPARTMENTS_REFUSED",
      message: "there is no such table of departments",
      help: "check departments in broadsheet.yaml",
      where: none,
    }),
  );
});

/** The longest of all prefixes under which the document lies, by trying each. */
function naive(document: string, prefixes: readonly string[]): string | null {
  const fitting = prefixes.filter((prefix) => isUnder(document, prefix));
  return fitting.toSorted((a, b) => b.replace(/\/$/, "").length - a.replace(/\/$/, "").length)[0] ?? null;
}

describe("the quick way finds what trying every prefix finds", () => {
  const step = fc.constantFrom("a", "b", "ab", "/", "/", ".", "-", "中");
  const somePath = fc.array(step, {maxLength: 8}).map((steps) => canonicalPath(`/${steps.join("")}`));
  const document = fc
    .oneof(
      somePath,
      hostileText.map(canonicalPath),
      hostileText.map((text) => canonicalPath(`/${text}`)),
    )
    .map((text) => text.replaceAll("?", "%3F"));
  const prefixes = fc.uniqueArray(
    somePath.filter((prefix) => !prefix.endsWith("*")),
    {maxLength: 12, selector: (prefix) => prefix.replace(/\/$/, "")},
  );

  test("for any documents", () => {
    fc.assert(
      fc.property(prefixes, fc.array(document, {maxLength: 30}), (written, documents) => {
        const table = tableOf(header + written.map((prefix, place) => `${prefix},d${place},,\n`).join(""));
        for (const one of documents) {
          const prefix = naive(one, written);
          const want = prefix === null ? null : {department: `d${written.indexOf(prefix)}`, language: null};
          expect(table.departmentOf(one)).toEqual(want);
        }
      }),
    );
  });
});

test("the tables that docs/departments.md shows can be read, and say what it says", () => {
  const page = readPages()["docs/departments.md"] ?? "";
  const [table = ""] = blocksOf(page, "csv").filter((block) => block.startsWith("prefix,"));
  const {departmentOf, titleOf} = tableOf(table);
  const rows = [...page.matchAll(/^\| `(\/[^`]*)` \| ([a-z]+|none) \| (.+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(5);
  for (const [, document, department, language] of rows) {
    expect([document, departmentOf(document!)?.department ?? "none"]).toEqual([document, department]);
    expect([document, departmentOf(document!)?.language ?? "none"]).toEqual([document, language!.replaceAll("`", "")]);
  }
  expect(titleOf("zhongwen")).toBe("Chinese");
});

/** The rule of `docs/departments.md` in words of its own. */
function isUnder(document: string, prefix: string): boolean {
  if (document === prefix) return true;
  if (prefix === "/") return document.startsWith("/");
  if (prefix.endsWith("/")) return document.startsWith(prefix) || `${document}/` === prefix;
  return document.startsWith(`${prefix}/`) || document.startsWith(`${prefix}.`);
}
