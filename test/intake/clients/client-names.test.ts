import {afterAll, describe, expect, test} from "vitest";
import {canonicalClient} from "../../../src/base/client-name.ts";
import {readerNamed, Typist} from "../two-ways/typed-rows.ts";
import {clientCases} from "./client-cases.ts";

const typist = new Typist();
afterAll(() => typist.close());

const clients = clientCases.map(([client]) => client);
const combined = "combined";
const lines = clients.map((client) => `${client} - - [10/Oct/2005:13:55:36 -0700] "GET / HTTP/1.1" 200 5 "-" "Lynx"`);

describe("a client has one name, whoever gives it", () => {
  test("TypeScript", () => {
    expect(clients.map((client) => [client, canonicalClient(client)])).toEqual(clientCases);
  });

  const wanted = clientCases.map(([client, name]) => [client, readerNamed(name)]);
  for (const [what, read] of [
    ["the scanner", () => typist.scanned(combined, lines, 1000)],
    ["lines read as text", () => typist.rows(combined, lines)],
  ] as const) {
    test(what, async () => {
      const rows = await read();
      const known = rows
        .map((row, place) => [clients[place], row?.reader])
        .filter(([, reader]) => reader !== null && reader !== undefined);
      expect(known).toEqual(wanted.filter((_, place) => rows[place]?.reader));
      expect(known.length).toBeGreaterThan(50);
    });
  }
});

describe("a word that is neither an address nor a host's name is no client", () => {
  const words = [
    "[[2001:db8::1]x",
    "192.0.2.1:5:6",
    ":::",
    "1::2::3",
    "user@host",
    "%eth0",
    "[",
    "3221225985",
    "192.0.2.256",
  ];
  for (const word of words) {
    test(word, async () => {
      const line = `${word} - - [10/Oct/2005:13:55:36 -0700] "GET / HTTP/1.1" 200 5 "-" "Lynx"`;
      expect([...(await typist.scanned(combined, [line], 1)), ...(await typist.rows(combined, [line]))]).toEqual([
        null,
        null,
      ]);
    });
  }
});
