import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {newLineCode} from "../../../src/intake/scanner/line-code.ts";
import {LineScanner, shortMark} from "../../../src/intake/scanner/line-scanner.ts";
import type {OddLine} from "../../../src/intake/scanner/scanned-lines.ts";
import {wordNames} from "../../../src/intake/scanner/word-names.ts";
import {amount} from "../../run/amounts.ts";

const order = {shape: {hasHost: false, hasOrigin: true}, earliest: 0, latest: Date.UTC(2006, 0) / 1000} as const;
const noon = Date.UTC(2005, 9, 10, 12) / 1000;

interface Words {
  readonly client?: string;
  readonly path?: string;
  readonly referrer?: string;
  readonly agent?: string;
}

function lineOf({client = "192.0.2.1", path = "/", referrer = "-", agent = "Lynx"}: Words): string {
  return `${client} - - [10/Oct/2005:12:00:00 +0000] "GET ${path} HTTP/1.1" 200 17 "${referrer}" "${agent}"\n`;
}

/** Reads all lines, the odd ones together with those that are too short. */
function read(text: string) {
  const scanner = new LineScanner();
  const chunk = Buffer.from(text);
  const first = scanner.read(chunk, order, null);
  const odd: OddLine[] = [];
  let lines = 0;
  for (let part = first; ; part = scanner.read(chunk, order, null, part.until)) {
    const rowsOdd = [...part.odd];
    for (const [row, mark] of part.table.client.subarray(0, part.lines).entries()) {
      if (mark > shortMark) continue;
      rowsOdd.push({row, from: part.table.seconds[row]!, until: part.table.bytes[row]!});
    }
    rowsOdd.sort((one, other) => one.row - other.row);
    for (const {row, ...place} of rowsOdd) odd.push({row: lines + row, ...place});
    lines += part.lines;
    if (part.until === chunk.length) return {scanner, table: first.table, lines, odd};
  }
}

test("a word is known again wherever it stands, at the end of the memory too", () => {
  for (let shift = 0; shift < 8; shift++) {
    const code = newLineCode();
    // Any odd number that spreads words.
    code.begin(1 << 16, 1 << 10, 0x9e3779b97f4a7c15n);
    code.expect(false, true, false, order.earliest, order.latest, 1 << 14);
    const put = (text: string): number => {
      const room = new Uint8Array(code.memory.buffer, code.chunkAt(), 1 << 16);
      const {written} = new TextEncoder().encodeInto(text, room);
      room.fill(0x20, written, written + 64);
      return written;
    };
    const agentBook = wordNames.indexOf("agent");
    const sizeAtFirst = code.memory.buffer.byteLength;
    const add = (word: string): number => code.numberWord(agentBook, put(word));
    add("x".repeat(16 * shift + 1));
    let nth = 0;
    const left = (): number => sizeAtFirst - code.memoryUsed();
    while (left() > 10_000) add(`${nth++} ${"x".repeat(4000)}`);
    while (code.memory.buffer.byteLength === sizeAtFirst && left() > 0) {
      const agent = String(nth++);
      add(agent);
      expect(code.scan(0, put(lineOf({agent})))).toBeGreaterThan(0);
      expect(code.oddRows.value).toBe(0);
    }
  }
});

describe("a line becomes a row", () => {
  test("of numbers, and of words by their number", () => {
    const text = lineOf({}) + lineOf({path: "/b?c=d", agent: "Lynx"}) + lineOf({client: "::1", path: "/"});
    const {scanner, table, lines, odd} = read(text);
    expect([lines, odd]).toEqual([3, []]);
    expect([...table.client.subarray(0, 3)]).toEqual([1, 1, 2]);
    expect([...table.path.subarray(0, 3)]).toEqual([1, 2, 1]);
    expect([...table.agent.subarray(0, 3)]).toEqual([1, 1, 1]);
    expect([...table.seconds.subarray(0, 3)]).toEqual([noon, noon, noon]);
    expect([...table.bytes.subarray(0, 3)]).toEqual([17, 17, 17]);
    expect([...table.status.subarray(0, 3)]).toEqual([200, 200, 200]);
    expect([1, 2].map((number) => scanner.word("path", number))).toEqual(["/", "/b"]);
    expect(wordNames.map((name) => scanner.countOf(name))).toEqual([2, 0, 1, 2, 1, 1]);
  });

  for (const [what, from, wanted] of [
    ["a leap day", "29/Feb/2004:23:59:59 +0000", Date.UTC(2004, 1, 29, 23, 59, 59)],
    ["the last day of a year", "31/Dec/1999:00:00:00 -0530", Date.UTC(1999, 11, 31, 5, 30)],
    ["a zone ahead", "01/Mar/2000:01:00:00 +1400", Date.UTC(2000, 1, 29, 11)],
    ["an old day", "15/Jul/1970:00:00:01 +0000", Date.UTC(1970, 6, 15, 0, 0, 1)],
  ] as const) {
    test(`the instant is right: ${what}`, () => {
      const {table, odd} = read(lineOf({}).replace("10/Oct/2005:12:00:00 +0000", from));
      expect([odd.length, table.seconds[0]]).toEqual([0, wanted / 1000]);
    });
  }

  for (const from of [
    "29/Feb/1900:00:00:00 +0000",
    "29/Feb/2001:00:00:00 +0000",
    "31/Apr/2005:00:00:00 +0000",
    "00/Apr/2005:00:00:00 +0000",
    "10/Oct/2005:24:00:00 +0000",
    "10/Oct/2005:12:60:00 +0000",
    "10/oct/2005:12:00:00 +0000",
    "10-Oct-2005:12:00:00 +0000",
    "10/Oct/2005:12:00:00 +1500",
    "10/Oct/2005:12:00:00  0000",
    "10/Oct/1899:12:00:00 +0000",
  ]) {
    test(`no instant: ${from}`, () => {
      expect(read(lineOf({}).replace("10/Oct/2005:12:00:00 +0000", from)).odd).toHaveLength(1);
    });
  }
});

describe("an odd line is said where it stands", () => {
  const [plain, odd] = [lineOf({}), "no request\n"];
  for (const [what, text, rows] of [
    ["between plain ones", plain + odd + plain, [1]],
    ["first and last", odd + plain + odd, [0, 2]],
    ["empty ones", `\n\n${plain}\n`, [0, 1, 3]],
    ["broken off where a word is open", `192.0.2.1 - - [10/Oct/2005:12:00:00 +0000] "GET /\n${plain}`, [0]],
    [
      "broken off behind the method",
      '192.0.2.1 - - [10/Oct/2005:12:00:00 +0000] "GET\n/ HTTP/1.1" 200 17 "-" "Lynx"\n',
      [0, 1],
    ],
    [
      "broken off in the path",
      '192.0.2.1 - - [10/Oct/2005:12:00:00 +0000] "GET /\nb HTTP/1.1" 200 17 "-" "Lynx"\n',
      [0, 1],
    ],
    ["broken off in the referrer", `${plain.slice(0, -10)}\n" "Lynx"\n${plain}`, [0, 1]],
    ["broken off in the client", `192.0.2\n${plain}`, [0]],
    ["a quote in an agent", lineOf({agent: 'a\\"b'}) + plain, [0]],
    ["a letter that is no ASCII", lineOf({path: "/é"}) + plain, [0]],
  ] as const) {
    test(what, () => {
      const found = read(text);
      const lines = text.split("\n").slice(0, -1);
      expect(found.odd.map(({row}) => row)).toEqual(rows);
      const bytes = Buffer.from(text);
      for (const {row, from, until} of found.odd) expect(bytes.toString("utf8", from, until)).toBe(lines[row]);
      expect(found.lines).toBe(lines.length);
    });
  }

  test("though there are more of them than a table has rows", () => {
    const {lines, odd} = read("\n".repeat(300_000) + plain);
    expect([lines, odd.length, odd.at(-1)?.from]).toEqual([300_001, 300_000, 299_999]);
  });

  test("behind a line that is longer than what is looked at together", () => {
    const long = lineOf({path: `/${"x".repeat(600_000)}`});
    expect(read(plain + long + plain + odd).odd.map(({row, from}) => [row, from])).toEqual([
      [1, plain.length],
      [3, 2 * plain.length + long.length],
    ]);
  });
});

const word = fc.string({unit: fc.constantFrom(..."ab/.~"), minLength: 1, maxLength: 70}).map((text) => `/${text}`);
const host = fc.string({unit: fc.constantFrom(..."abz1"), minLength: 1, maxLength: 70}).map((text) => `b${text}z`);

test("words are the same where their letters are, whatever their length", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(host, word, word), {minLength: 1, maxLength: 60}), (rows) => {
      const text = rows.map(([client, path, agent]) => lineOf({client, path, agent})).join("");
      const {scanner, table, odd} = read(text);
      expect(odd).toEqual([]);
      for (const [place, name] of (["client", "path", "agent"] as const).entries()) {
        const numbers = [...table[name].subarray(0, rows.length)];
        expect(numbers.map((number) => scanner.word(name, number))).toEqual(rows.map((row) => row[place]));
        expect(scanner.countOf(name)).toBe(new Set(rows.map((row) => row[place])).size);
      }
    }),
  );
});

test("many words are told apart, from one chunk to the next", () => {
  const scanner = new LineScanner();
  for (let chunk = 0; chunk < 3; chunk++) {
    const paths = Array.from({length: 20_000}, (_, place) => `/${(place * 7919 + chunk * 5000) % 30_000}`);
    const {table} = scanner.read(Buffer.from(paths.map((path) => lineOf({path})).join("")), order, null);
    const read = paths.map((_, row) => scanner.word("path", table.path[row]!));
    expect(read).toEqual(paths);
  }
  expect([scanner.countOf("path"), scanner.isFull]).toEqual([30_000, false]);
});

const usual =
  /^([^ ]+) [^[]*\[[^\]]{26}\] "([^ "]+) ([^ "?]+)(?:\?[^ "]*)? HTTP\/[^ "]*" \d{3} (?:\d+|-) "([^"]*)" "([^"]*)"(?: "[^"]*")?\r?$/;
const piece = fc.constantFrom(
  "\n",
  "\n\n",
  '"',
  " ",
  '" "',
  "?",
  "\\",
  "\r\n",
  "GET",
  "HTTP",
  "-",
  "[",
  "]",
  ":",
  "a",
  "é",
);
const damage = fc.record({at: fc.nat(), gone: fc.nat(12), put: piece});

test("however lines are damaged, each has a row of its own, and what is told of it stands in it", () => {
  fc.assert(
    fc.property(fc.array(fc.array(damage, {maxLength: 2}), {minLength: 1, maxLength: 12}), (damages) => {
      const text = damages
        .map((of) =>
          of.reduce(
            (line, {at, gone, put}) => {
              const place = at % line.length;
              return line.slice(0, place) + put + line.slice(place + gone);
            },
            lineOf({path: "/a?b", referrer: "http://example.org/"}).slice(0, -1),
          ),
        )
        .join("\n");
      const bytes = Buffer.from(`${text}\n`);
      const {scanner, table, lines, odd} = read(`${text}\n`);
      const texts = text.split("\n");
      expect(lines).toBe(texts.length);
      for (const {row, from, until} of odd) expect(bytes.toString("utf8", from, until)).toBe(texts[row]);
      const oddRows = new Set(odd.map(({row}) => row));
      for (const [row, line] of texts.entries()) {
        if (oddRows.has(row)) continue;
        const told = (["client", "method", "path", "referrer", "agent"] as const).map((name) =>
          scanner.word(name, table[name][row]!),
        );
        expect(told).toEqual(usual.exec(line)?.slice(1));
      }
    }),
    {numRuns: amount({few: 80, all: 500})},
  );
});

test("a word that was taken out of an odd line makes no other line plain", () => {
  const scanner = new LineScanner();
  const agent = "Mozilla/5.0 (X11)\\";
  const number = scanner.numberOf("agent", agent);
  expect(scanner.word("agent", number)).toBe(agent);
  const {odd} = scanner.read(Buffer.from(lineOf({agent}) + lineOf({agent: "Lynx"})), order, null);
  expect(odd.map(({row}) => row)).toEqual([0]);
});

test("labels and names longer than the domain name system has are left to whoever reads lines as text", () => {
  const name = (...lengths: readonly number[]): string => lengths.map((length) => "a".repeat(length)).join(".");
  const clients = [name(63, 63), name(64, 3), name(63, 63, 63, 61), name(63, 63, 63, 62)];
  const {odd} = read(clients.map((client) => lineOf({client})).join(""));
  expect(odd.map(({row}) => row)).toEqual([1, 3]);
});
