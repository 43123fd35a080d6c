import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {z} from "zod";
import {UserError} from "../../src/base/error.ts";
import {cell} from "../../src/workspace/sheet/cell.ts";
import {SheetRefused} from "../../src/workspace/sheet/fault.ts";
import {parseSheet, readSheet, type SheetKind} from "../../src/workspace/sheet/sheet.ts";
import {hostileText} from "../render/hostile.ts";

const shape = {
  city: z.string().min(1),
  copies: z.coerce.number().int().min(0),
  carrier: z.enum(["post", "rail", "courier"]).default("post"),
  note: z.string().optional(),
};
const kind: SheetKind<typeof shape> = {
  code: "LEDGER_REFUSED",
  name: "book of cities",
  help: "check the path",
  columns: z.object(shape),
};

/** The rows as they are taken, each behind its line, without what is not there. */
function rowsOf(text: string, other: Partial<SheetKind<z.ZodRawShape>> = {}): unknown[] {
  const rows: unknown[] = [];
  parseSheet(text, "cities.csv", {...kind, ...other}, (cells, {line}) => {
    rows.push([line, ...Object.values(cells).filter((value) => value !== undefined)]);
  });
  return rows;
}

function faultOf(read: () => unknown): UserError {
  try {
    read();
  } catch (fault) {
    if (fault instanceof UserError) return fault;
    throw fault;
  }
  throw new Error("it was not refused");
}

const header = "city,copies,carrier,note\n";
const oslo = [[2, "Oslo", 12, "rail", "x"]];

for (const [what, text, want] of [
  ["an empty file", "", []],
  ["a byte order mark alone", "\ufeff", []],
  ["comments and blank lines alone", "# one\n\n  \n# two", []],
  ["a header alone", header, []],
  ["a row", `${header}Oslo,12,rail,x\n`, oslo],
  ["the last row without its end", `${header}Oslo,12,rail,x`, oslo],
  ["semicolons", `${header}Oslo,12,rail,x\n`.replaceAll(",", ";"), oslo],
  ["tabs", `${header}Oslo,12,rail,x\n`.replaceAll(",", "\t"), oslo],
  ["tabs between empty cells", "city\tcopies\tcarrier\tnote\nOslo\t12\t\t\n", [[2, "Oslo", 12, "post"]]],
  ["semicolons beside a comma in a cell", "city;copies\nOslo, Norway;12\n", [[2, "Oslo, Norway", 12, "post"]]],
  ["commas beside a semicolon in a further column", '"a;b;c",city,copies\nx,Oslo,12\n', [[2, "Oslo", 12, "post"]]],
  ["a header in quotes", '"city";"copies"\r\n"Oslo";"12"\r\n', [[2, "Oslo", 12, "post"]]],
  ["the line ends of Windows", `${header}Oslo,12,rail,x\n`.replaceAll("\n", "\r\n"), oslo],
  ["the line ends of an old Macintosh", `${header}Oslo,12,rail,x\n`.replaceAll("\n", "\r"), oslo],
  ["mixed line ends", `${header.trim()}\r\nOslo,12,rail,x\nRiga,3,,\r\n`, [...oslo, [3, "Riga", 3, "post"]]],
  ["a byte order mark", `\ufeff${header}Oslo,12,rail,x\n`, oslo],
  ["a byte order mark before quotes", '\ufeff"city","copies"\nOslo,12\n', [[2, "Oslo", 12, "post"]]],
  [
    "columns in another order and case, and further ones",
    "Note,x,COPIES,y, City \na,1,12,2,Oslo\n",
    [[2, "Oslo", 12, "post", "a"]],
  ],
  ["further columns without a name", "city,copies,,\nOslo,12,,\n", [[2, "Oslo", 12, "post"]]],
  [
    "columns of the language's own names",
    "__proto__,constructor,city,copies\na,b,Oslo,12\n",
    [[2, "Oslo", 12, "post"]],
  ],
  ["a column that may be missing", "city,copies\nOslo,12\n", [[2, "Oslo", 12, "post"]]],
  ["a cell that may be empty", `${header}Oslo,12,,\n`, [[2, "Oslo", 12, "post"]]],
  ["spaces around and within quotes", `${header} Oslo ,\t12, "rail" ," x "\n`, oslo],
  ["quotes and separators in quotes", `${header}Oslo,12,rail,"a ""b"", c"\n`, [[2, "Oslo", 12, "rail", 'a "b", c']]],
  [
    "a comment before the header",
    `# Cities, by the post room\n\n${header}Oslo,12,rail,x\n`,
    [[4, ...oslo[0]!.slice(1)]],
  ],
  ["a comment with a quote", `${header}# the "old list\nOslo,12,rail,x\n`, [[3, ...oslo[0]!.slice(1)]]],
  [
    "a comment as a spreadsheet saves it",
    `"# Cities, by post",,,\n${header}"# a, b",,,\nOslo,12,rail,x\n`,
    [[4, ...oslo[0]!.slice(1)]],
  ],
  ["a cell that begins with #", `${header}"#1, Oslo",12,rail,#x\n`, [[2, "#1, Oslo", 12, "rail", "#x"]]],
  ["empty rows as a spreadsheet saves them", `${header},,,\nOslo,12,rail,x\n,,,\n,,,,,\n`, [[3, ...oslo[0]!.slice(1)]]],
  [
    "a cell of several lines",
    `${header}Oslo,12,rail,"x\n\ny"\nRiga,3,,\n`,
    [
      [2, "Oslo", 12, "rail", "x\n\ny"],
      [5, "Riga", 3, "post"],
    ],
  ],
  [
    "a cell of several lines from Windows",
    `${header}Oslo,12,rail,"x\r\ny"\r\nRiga,3,,\r\n`,
    [
      [2, "Oslo", 12, "rail", "x\ny"],
      [4, "Riga", 3, "post"],
    ],
  ],
] as const) {
  test(`${what} is read`, () => expect(rowsOf(text)).toEqual(want));
}

for (const [what, text, place, message, help] of [
  ["no header", "Oslo,12\n", "1", 'there is no column "city"', "begin the file with city,copies,carrier,note"],
  ["a column that is missing", "# a\n\ncity,carrier\n", "3", 'there is no column "copies"', "begin the file with"],
  ["a column that is misspelt", "city,copeis\n", "1", 'there is no column "copies"', 'call the column "copeis" copies'],
  ["a column twice", "city,copies,City\n", "1", 'the column "city" is there twice', "delete one of the two"],
  ["an empty cell", `${header},12,rail,\n`, '2, column "city"', 'city must not be empty, found ""', "correct the cell"],
  [
    "a word for a number",
    `${header}Oslo,many,,\n`,
    '2, column "copies"',
    'copies must be a number, found "many"',
    "corr",
  ],
  [
    "half a copy",
    `${header}Oslo,1.5,,\n`,
    '2, column "copies"',
    'copies must be a whole number, found "1.5"',
    "correct",
  ],
  [
    "less than no copy",
    `${header}Oslo,-1,,\n`,
    '2, column "copies"',
    'copies must be at least 0, found "-1"',
    "correct",
  ],
  [
    "a word that is not allowed",
    `${header}Oslo,1,Currier,\n`,
    '2, column "carrier"',
    'carrier must be one of post, rail, courier, found "Currier"',
    "write courier",
  ],
  [
    "too few cells",
    `${header}Oslo,12\n`,
    "2",
    "the line has 2 cells, the first line names 4",
    "put text that holds a comma",
  ],
  [
    "too many cells",
    `${header}Oslo,48,817,rail,x\n`,
    "2",
    "the line has 5 cells, the first line names 4",
    "put text that holds a comma or a quote in quotes, and write its quotes twice",
  ],
  [
    "too many cells between semicolons",
    "city;copies\nOslo;12;\n",
    "2",
    "the line has 3 cells, the first line names 2",
    "put text that holds a semicolon or a quote in quotes, and write its quotes twice",
  ],
  [
    "a text after a quoted one",
    `${header}"Oslo"x,1,,\n`,
    "2",
    "a quote is opened and not closed, or stands in ",
    "put",
  ],
  [
    "a quote within a cell",
    `${header}Os"lo,1,,\n`,
    "2",
    "a quote is opened and not closed, or stands in the mid",
    "put",
  ],
  [
    "a quote that is noticed at the next one, at the row that opens it",
    `${header}Riga,3,,\n# a "comment"\n\nOslo,1,,"x\nRome,2,,\nBern,4,,"y"\n`,
    "5",
    "a quote is opened and not closed, or stands in the middle of a cell",
    "put text",
  ],
  [
    "a quote that is never closed",
    `${header}Riga,3,,\nOslo,1,,"x\nRome,2,,\nBern,4,,\n`,
    "3",
    "a quote is opened",
    "put",
  ],
] as const) {
  test(`${what} is refused: ${message}`, () => {
    const fault = faultOf(() => rowsOf(text));
    expect(fault).toMatchObject({code: "LEDGER_REFUSED", where: `cities.csv:${place}`});
    expect(fault.message).toContain(message);
    expect(fault.help).toContain(help);
  });
}

describe("several faults", () => {
  const many = (rows: number): string => `${header}Oslo,12,,\n${"Oslo,many,,\n".repeat(rows)}`;

  test("are all in the first one's message, by their lines", () => {
    const fault = faultOf(() => rowsOf(`${header},12,,\nOslo,1,,\nOslo,x,car,\nOslo\nOslo,1,"`)) as SheetRefused;
    expect(fault.where).toBe('cities.csv:2, column "city"');
    expect(fault.message).toBe('city must not be empty, found ""; 4 more faults in lines 4, 5 and 6');
    expect(fault.faults.map(({line, column}) => [line, column])).toEqual([
      [2, "city"],
      [4, "copies"],
      [4, "carrier"],
      [5, null],
      [6, null],
    ]);
    expect(fault.faultCount).toBe(5);
  });
  test("of two rows name the other", () => {
    expect(faultOf(() => rowsOf(many(2))).message).toMatch(/, found "many"; 1 more fault in line 4$/);
  });
  test("are told up to the twentieth, and counted from there", () => {
    const fault = faultOf(() => rowsOf(many(1234))) as SheetRefused;
    expect(fault).toBeInstanceOf(SheetRefused);
    expect(fault.faults.map(({line}) => line)).toEqual(Array.from({length: 20}, (_, place) => place + 3));
    expect(fault.faultCount).toBe(1234);
    expect(fault.message).toContain("; 1,233 more faults, the next in lines 4, 5, 6");
    expect(fault.message).toMatch(/ 21 and 22$/);
  });
  test("are also those that whoever takes the rows finds, in the order of the rows", () => {
    const fault = faultOf(() =>
      parseSheet(
        `${header}Oslo,12,,\nOslo,x,,\nRiga,1,,\nOslo,13,,\n`,
        "cities.csv",
        kind,
        ({city}, {refuse, line}) => {
          if (city === "Oslo") refuse(`${city} in line ${line}`, "move", line === 2 ? "city" : undefined);
        },
      ),
    ) as SheetRefused;
    expect(fault.message).toBe("Oslo in line 2; 2 more faults in lines 3 and 5");
    expect(fault).toMatchObject({where: 'cities.csv:2, column "city"', help: "move"});
    expect(fault.faults.map(({column}) => column)).toEqual(["city", "copies", null]);
  });
});

test("what the rows are refused with by a schema of their own has no column", () => {
  const whole = {columns: kind.columns.refine(({city}) => city !== "Oslo", "Oslo is not served")};
  expect(faultOf(() => rowsOf(`${header}Oslo,12,,\n`, whole))).toMatchObject({
    message: "Oslo is not served",
    where: "cities.csv:2",
    help: "correct the row",
  });
});

test("a cell with words of its own is refused in them", () => {
  const city = cell<string>((text, refuse) => (text === "Oslo" ? text : refuse(`${text} is far`, "write Oslo")));
  const own = {columns: z.object({...shape, city})};
  expect(rowsOf(`${header}Oslo,12,rail,x\n`, own)).toEqual(oslo);
  expect(faultOf(() => rowsOf(`${header}Riga,12,,\n`, own))).toMatchObject({
    message: "Riga is far",
    help: "write Oslo",
    where: 'cities.csv:2, column "city"',
  });
});

test("a bug of whoever takes the rows is not taken for a fault of the file", () => {
  const bug = () => parseSheet(`${header}Oslo,12,,\n`, "cities.csv", kind, () => [].at(0)!["x"]);
  expect(bug).toThrow(TypeError);
});

test("separators can be limited", () => {
  expect(faultOf(() => rowsOf("city;copies\nOslo;12\n", {separators: [","]})).message).toBe(
    'there is no column "city"',
  );
});

describe("a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-sheet-"));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  const write = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const read = (path: string, books: SheetKind<typeof shape> = kind): unknown[] => {
    const cities: unknown[] = [];
    const {encoding, isGuessed, rowCount} = readSheet(path, books, ({city}) => cities.push(city));
    return [cities, encoding, isGuessed, rowCount];
  };

  for (const [what, bytes, want] of [
    ["in UTF-8", Buffer.from("city,copies\n北京,1\n"), [["北京"], "utf-8", false, 1]],
    [
      "in UTF-16, by tabs",
      Buffer.from("\ufeffcity\tcopies\r\n北京\t1\r\n", "utf16le"),
      [["北京"], "utf-16le", false, 1],
    ],
    [
      "in Windows-1252",
      Buffer.from("city;copies\r\nM\xfcnchen;1\r\n", "latin1"),
      [["München"], "windows-1252", true, 1],
    ],
    ["of nothing", Buffer.of(), [[], "utf-8", false, 0]],
  ] as const) {
    test(`${what} is read`, () => expect(read(write("cities.csv", bytes))).toEqual(want));
  }

  test("that is missing is refused, or empty where it may be missing", () => {
    const path = join(folder, "none.csv");
    expect(faultOf(() => read(path))).toMatchObject({
      message: "there is no such book of cities",
      where: path,
      help: kind.help,
    });
    expect(read(path, {...kind, mayBeMissing: true})).toEqual([[], "utf-8", false, 0]);
  });
  test("that is a folder is refused, even where it may be missing", () => {
    const fault = faultOf(() => read(folder, {...kind, mayBeMissing: true}));
    expect(fault).toMatchObject({
      message: "the book of cities is a folder, and no file",
      where: folder,
      help: kind.help,
    });
  });

  const again = "save it again, as CSV in UTF-8";
  for (const [what, bytes, message] of [
    ["that is a workbook", Buffer.from("PK\x03\x04…"), "the file is a spreadsheet's own, not CSV"],
    ["that is cut off", Buffer.of(0xff, 0xfe, 0x61), "the file is damaged, or cut off"],
  ] as const) {
    test(`${what} is refused`, () => {
      const path = write("cities.xlsx", bytes);
      expect(faultOf(() => read(path))).toMatchObject({code: "LEDGER_REFUSED", message, where: path, help: again});
    });
  }
});

describe("whatever is in the cells", () => {
  const plain = {
    ...kind,
    columns: z.object({a: z.string(), b: z.string(), c: z.string()}),
  };
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const kept = (text: string): string => text.toWellFormed().replace(/\r\n?/g, "\n").trim();

  test("comes back from every separator and line end, with the line of its row", () => {
    const rows = fc.array(fc.tuple(hostileText, hostileText, hostileText), {maxLength: 8});
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        (cells, separator, end) => {
          const lines = [["a", "b", "c"], ...cells].map((row) => row.map(quote).join(separator));
          const found: unknown[] = [];
          parseSheet(lines.join(end), "x.csv", plain, ({a, b, c}, {line}) => found.push([line, a, b, c]));
          let line = 1;
          const want = [["a", "b", "c"], ...cells].flatMap((row, place) => {
            const begins = line;
            for (const text of row) line += text.replace(/\r\n?/g, "\n").split("\n").length - 1;
            line++;
            const texts = row.map(kept);
            const isComment = texts.every((text, at) => text === "" || (at === 0 && text.startsWith("#")));
            return place === 0 || isComment ? [] : [[begins, ...texts]];
          });
          expect(found).toEqual(want);
        },
      ),
    );
  });

  test("without quotes, it is read or refused, never a bug", () => {
    const text = fc
      .array(fc.oneof(hostileText, fc.constantFrom(",", ";", "\t", "\n", "\r\n", '"', "#")))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.boolean(), (rows, isHeaded) => {
        try {
          parseSheet(`${isHeaded ? "a,b,c\n" : ""}${rows}`, "x.csv", plain, () => {});
        } catch (fault) {
          expect(fault).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});
