import {afterAll, describe, expect, test} from "vitest";
import {canonicalClient} from "../../src/base/address.ts";
import {formatNamed} from "../../src/intake/formats.ts";
import {clientCases} from "./client-cases.ts";
import {readerNamed, Typist} from "./typed-rows.ts";

const typist = new Typist();
afterAll(() => typist.close());

const clients = clientCases.map(([client]) => client);
const combined = formatNamed("combined");
const lines = clients.map((client) => `${client} - - [10/Oct/2005:13:55:36 -0700] "GET / HTTP/1.1" 200 5 "-" "Lynx"`);

describe("a client has one name, whoever gives it", () => {
  test("TypeScript", () => {
    expect(clients.map((client) => [client, canonicalClient(client)])).toEqual(clientCases);
  });

  test("SQL", async () => {
    const engine = await typist.engine();
    const rows = await engine.rows(
      "select client_name(line) as name from (select unnest(string_split($lines, chr(10))) as line)",
      {
        lines: clients.join("\n"),
      },
    );
    expect(rows.map(({name}, place) => [clients[place], name])).toEqual(clientCases);
  });

  const wanted = clientCases.map(([client, name]) => [client, readerNamed(name)]);
  for (const [what, read] of [
    ["the scanner", () => typist.scanned(combined, lines, 1000)],
    ["the engine's own reading", () => typist.rows(combined, lines)],
    ["the exact expression", () => typist.rows({...combined, plain: null}, lines)],
  ] as const) {
    test(what, async () => {
      const rows = await read();
      expect(rows.map((row, place) => [clients[place], row?.reader])).toEqual(wanted);
    });
  }
});
