import * as fc from "fast-check";
import {describe, expect, test} from "vitest";
import {EngineBug} from "../../src/base/engine-bug.ts";
import {bindQuestion, literal, relationsOf} from "../../src/engine/clickhouse/bind.ts";
import {asEngineFault} from "../../src/engine/clickhouse/fault.ts";
import {RowReader, writeRow} from "../../src/engine/clickhouse/rows.ts";
import {hasNewServer} from "../engines/new-server.ts";
import {hasServer} from "../engines/old-servers.ts";

/** What ClickHouse reads in a literal: the two escapes that we write, and nothing else with a meaning. */
function read(text: string): string {
  expect(text).toMatch(/^'(?:[^'\\]|\\['\\0])*'$/s);
  return text.slice(1, -1).replaceAll(/\\(.)/gs, (_, letter: string) => (letter === "0" ? "\0" : letter));
}

describe("what goes into a statement", () => {
  test("any text is a literal that reads as itself and ends where it ends", async () => {
    await fc.assert(
      fc.property(fc.string({unit: "binary", maxLength: 40}), (text) => {
        expect(read(literal(text))).toBe(text);
      }),
    );
  });

  for (const [value, want] of [
    [null, "null"],
    [12, "12"],
    [-2, "-2"],
    [18_446_744_073_709_551_615n, "18446744073709551615"],
    ["it's", "'it\\'s'"],
    ["\\'; drop table fact; --", "'\\\\\\'; drop table fact; --'"],
  ] as const) {
    test(`${String(value)} is written ${want}`, () => expect(literal(value)).toBe(want));
  }

  test("what is no number is no value", () => expect(() => literal(Number.NaN)).toThrow(RangeError));

  test("a value is never taken for SQL, whatever it says", () => {
    const bound = bindQuestion(
      "select a\nfrom fact\nwhere b = $text",
      {text: "$text from fact hash("},
      (name) => `x.${name}`,
    );
    expect(bound).toBe("select a\nfrom x.fact as fact\nwhere b = '$text from fact hash('");
  });

  test("rows are asked for of all shards, and looked up on each", () => {
    const body = `-- ENGINE: from nothing
select a from (
  select a from judged join verdict using (rank)
) as one
join (
  select b from reader_item join grouping using (item)
) as two using (a)
where c in (select c from shown)`;
    const bound = bindQuestion(body, {}, (name, isAsked) => `${name}_${isAsked ? "all" : "own"}`);
    expect(bound).toBe(`select a from (
  select a from judged_all as judged join verdict_own as verdict using (rank)
) as one
join (
  select b from reader_item_own as reader_item join grouping_own as grouping using (item)
) as two using (a)
where c in (select c from shown_own as shown)`);
    expect(relationsOf(body)).toEqual(["judged", "verdict", "reader_item", "grouping", "shown"]);
  });
});

describe("rows as ClickHouse writes them", () => {
  const cell = fc.oneof(fc.constant(null), fc.string({unit: "binary", maxLength: 20}));

  test("what was written is read back, in whatever pieces it comes", async () => {
    await fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), {maxLength: 5}), fc.integer({min: 1, max: 30}), (rows, size) => {
        const bytes = Buffer.from(`a\tb\nNullable(String)\tNullable(String)\n${rows.map(writeRow).join("")}`);
        const reader = new RowReader();
        const found = [];
        for (let at = 0; at < bytes.length; at += size) found.push(...reader.read(bytes.subarray(at, at + size)));
        reader.end();
        const known = rows.map(([a, b]) => [a, b].map((text) => text?.toWellFormed() ?? null));
        expect(found.map(({a, b}) => [a, b])).toEqual(known);
      }),
    );
  });

  test("numbers are numbers, days are text, and nothing is null", () => {
    const reader = new RowReader();
    const text = "a\tb\tc\tday\nUInt64\tNullable(Int32)\tString\tDate\n9007199254740991\t\\N\t12\t2005-07-01\n";
    expect(reader.read(Buffer.from(text))).toEqual([{a: Number.MAX_SAFE_INTEGER, b: null, c: "12", day: "2005-07-01"}]);
  });

  test("a number beyond what is counted exactly is a bug, not a figure", () => {
    expect(() => new RowReader().read(Buffer.from("a\nUInt64\n9007199254740993\n"))).toThrow(RangeError);
  });

  for (const text of ["", "a", "a\n", "a\nUInt8\n1"]) {
    test(`an answer that breaks off after ${JSON.stringify(text)} is no answer`, () => {
      const reader = new RowReader();
      reader.read(Buffer.from(text));
      expect(() => reader.end()).toThrow("the answer breaks off");
    });
  }
});

describe("what a server's fault means", () => {
  for (const [said, code] of [
    [
      "Code: 243, e.displayText() = DB::Exception: Cannot reserve 1.00 MiB, not enough space, e.what() = DB::Exception",
      "DISK_FULL",
    ],
    [
      "Code: 75, e.displayText() = DB::ErrnoException: Cannot write to file fact/bytes.bin, errno: 28, strerror: No space left on device, e.what() = DB::ErrnoException",
      "DISK_FULL",
    ],
    [
      "Poco::Exception. Code: 1000, e.code() = 28, e.displayText() = File access error: no space left on device: /var/lib/clickhouse, e.what() = File access error",
      "DISK_FULL",
    ],
    [
      "Code: 76. DB::ErrnoException: Cannot open file fact/bytes.bin: , errno: 30, strerror: Read-only file system. (CANNOT_OPEN_FILE)",
      "ENGINE_DENIED",
    ],
    [
      "Code: 516. DB::Exception: broadsheet: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)",
      "ENGINE_DENIED",
    ],
    ["Code: 497. DB::Exception: broadsheet: Not enough privileges. (ACCESS_DENIED)", "ENGINE_DENIED"],
    ["Code: 242. DB::Exception: Table is in readonly mode. (TABLE_IS_READ_ONLY)", "ENGINE_DENIED"],
    [
      "Code: 279, e.displayText() = DB::NetException: All connection tries failed., e.what() = DB::NetException",
      "ENGINE_FAILED",
    ],
    ["Code: 81. DB::Exception: Database press does not exist. (UNKNOWN_DATABASE)", "ENGINE_UNPREPARED"],
  ] as const) {
    test(`${said.slice(0, 60)}… is ${code}`, () => {
      expect(asEngineFault(new Error(said), "http://ch1:8123", "readers")).toMatchObject({
        code,
        where: "http://ch1:8123",
      });
    });
  }

  test("a statement that the server does not understand is a bug of ours, and told by its number alone", () => {
    const said = "Code: 62, e.displayText() = DB::Exception: Syntax error: failed at position 7: '192.0.2.77'";
    const fault = asEngineFault(new Error(said), "", "readers");
    expect(fault).toBeInstanceOf(EngineBug);
    expect((fault as Error).message).toBe("ClickHouse ended with code 62 in readers");
  });
});

test("npm run test:engines has what it wants, or says what it leaves out", () => {
  const left = [
    ...(hasServer ? [] : ["all that wants ClickHouse 18.16 (apt-get install clickhouse-server)"]),
    ...(hasNewServer ? [] : ["all that wants ClickHouse 26 (npm install --prefix test/engines/chdb)"]),
  ];
  process.stderr.write(
    `The tests of other engines are left out here; npm run test:engines runs them${left.length > 0 ? `, but here not ${left.join(", nor ")}` : ""}.\n`,
  );
});
