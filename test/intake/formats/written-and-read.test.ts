import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {allFormats, formatCalled} from "../../../src/intake/formats/all.ts";
import {openReader} from "../../../src/intake/formats/describe.ts";
import {detect} from "../../../src/intake/formats/detect.ts";
import {LineFields, type LineReader} from "../../../src/intake/line/fields.ts";
import {MixedLines} from "../../../src/intake/line/mixed-lines.ts";
import {anyRequest, type Said, target} from "./said.ts";
import {type Told, type Writer, writers} from "./writers.ts";

/*
 * Whatever a request says, a line that its server writes of it says the same again: each format is written here by its documentation, and
 * read by its row in the table of formats.
 */

function wanted(said: Said, {tells, lacks = []}: Writer): Partial<Told> {
  const {client, host, second, method, status, bytes, referrer, agent} = said;
  const all = {client, host, second, method, target: target(said), status, bytes, referrer, agent, ...tells?.(said)};
  // A log that tells no methods is one of what was delivered.
  const untold = (name: keyof Told) => (name === "bytes" ? Number.NaN : name === "method" ? "GET" : null);
  return {...all, ...Object.fromEntries(lacks.map((name) => [name, untold(name)]))};
}

function told(fields: LineFields): Told {
  const {client, host, second, method, target, status, bytes, referrer, agent} = fields;
  return {client, host, second, method, target: target!, status, bytes, referrer, agent};
}

function readerOf(name: string): LineReader {
  const reader = openReader(formatCalled(name)!);
  for (const line of writers[name]!.head ?? []) reader.read(line, new LineFields());
  return reader;
}

function requestsOf({without, isIpv4 = false}: Writer): fc.Arbitrary<Said> {
  return anyRequest(without ?? null).filter(({client}) => !isIpv4 || !client.includes(":"));
}

const plain: Said = {
  ...{client: "192.0.2.7", host: "press.example", second: 1_767_693_600, method: "GET", path: "/news/", query: "a=b"},
  ...{status: 200, bytes: 5120, referrer: "https://www.example.com/", agent: "Lynx/2.8.5 (X11; Linux)"},
};

test("every format has a writer here", () => {
  expect(Object.keys(writers).sort()).toEqual(allFormats.map(({name}) => name).sort());
});

for (const [name, writer] of Object.entries(writers)) {
  describe(name, () => {
    test("what is written is read again, whatever signs strangers send", () => {
      const fields = new LineFields();
      const reader = readerOf(name);
      fc.assert(
        fc.property(requestsOf(writer), (said) => {
          expect(reader.read(writer.write(said), fields)).toBeNull();
          expect(told(fields)).toEqual(wanted(said, writer));
        }),
        {numRuns: 200, seed: 20_260_106},
      );
    });

    const rows: readonly (readonly [string, Partial<Said>])[] = [
      ["an address of IPv6", writer.isIpv4 ? {} : {client: "2001:db8::7"}],
      ["a quote in the agent", {agent: 'My "great" browser'}],
      ["an agent that ends in a backslash", {agent: "Browser\\"}],
      ["no referrer and no size", {referrer: "-", bytes: 0}],
      ["a path of another script", {path: "/%E6%96%B0%E9%97%BB/"}],
    ];
    for (const [what, changed] of rows) {
      test(`holds ${what}`, () => {
        const said = {...plain, ...changed};
        const fields = new LineFields();
        expect(readerOf(name).read(writer.write(said), fields)).toBeNull();
        expect(told(fields)).toEqual(wanted(said, writer));
      });
    }

    test("a line that is cut anywhere is refused, or says nothing that is not so", () => {
      const line = writer.write(plain);
      const want = wanted(plain, writer);
      const fields = new LineFields();
      const reader = readerOf(name);
      for (let length = 1; length < line.length; length++) {
        if (reader.read(line.slice(0, length), fields) !== null) continue;
        const got = told(fields);
        const {client, second, status} = got;
        expect([length, {client, second, status}]).toEqual([
          length,
          {client: want.client, second: want.second, status: want.status},
        ]);
        // The query is not kept.
        expect([length, got.target.split("?")[0]]).toEqual([length, want.target!.split("?")[0]]);
        for (const part of ["host", "referrer", "agent"] as const) {
          // An escape that was cut stays as it is.
          if (!got[part]?.includes("%")) expect(want[part] ?? "").toContain(got[part] ?? "");
        }
      }
    });

    test("a line of another kind is refused", () => {
      const reader = readerOf(name);
      for (const bad of [
        "no request at all",
        '{"level":"info"}',
        "a\tb\tc",
        "1|2|3",
        '"1","2"',
        "[error] x",
        line404,
      ]) {
        expect([bad, reader.read(bad, new LineFields()) === null]).toEqual([bad, false]);
      }
    });

    test("is found out without being named, and so behind Docker and syslog", () => {
      const lines = Array.from({length: 20}, (_, place) => writer.write({...plain, second: plain.second + place}));
      const found = detect([...(writer.head ?? []), ...lines]);
      const reader = found && new MixedLines([openReader(found.format)]);
      const fields = new LineFields();
      for (const line of writer.head ?? []) reader?.read(line, fields);
      const wrapped = JSON.stringify({log: `${lines[0]}\n`, stream: "stdout", time: "2026-01-06T10:00:00Z"});
      for (const line of [lines[0]!, wrapped, `<134>Jan  6 10:00:00 web1 server[81]: ${lines[0]}`]) {
        expect([found?.format.name, reader!.read(line, fields)]).toEqual([found?.format.name, null]);
        const {host, ...rest} = wanted(plain, writer);
        expect(told(fields)).toMatchObject(rest);
        if (host !== null) expect(fields.host).toBe(host);
      }
    });
  });
}

const line404 = '[Sun Mar 03 08:09:10 2024] [error] [client 192.0.2.17] File does not exist: /x" 404 12';
