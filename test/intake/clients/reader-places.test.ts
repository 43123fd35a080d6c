import {appendFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync, zstdCompressSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {canonicalClient} from "../../../src/base/client-name.ts";
import {readerId} from "../../../src/workspace/reader-id.ts";
import {rowsOf} from "../../run/amounts.ts";
import {linesFrom, Workshop} from "../workshop.ts";
import {type MmdbValue, mmdbOf} from "./mmdb.ts";

const database: Readonly<Record<string, MmdbValue>> = {
  "192.0.2.0/25": {country: {iso_code: "FR"}, subdivisions: [{names: {en: "Provence"}}], city: {names: {en: "Arles"}}},
  "192.0.2.128/25": {country_code: "DE"},
  "198.18.0.0/15": {country_code: "NO", city: "Oslo"},
  "2001:db8:1::/48": {country_code: "EC"},
};

/** Clients as a server may write them, with the country that the database has for them. */
const clients = [
  ["192.0.2.1", "FR"],
  ["192.0.2.2", "FR"],
  ["192.0.2.200", "DE"],
  ["203.0.113.9", null],
  ["10.0.0.1", null],
  ["2001:db8:1:2::1", "EC"],
  ["2001:db8:1:2::ffff", "EC"],
  ["2001:DB8:0001:0003:0:0:0:1", "EC"],
  ["2001:db8:ffff::1", null],
  ["::ffff:192.0.2.3", "FR"],
  ["[2001:db8:1:4::1]", "EC"],
  ["192.0.2.201:50123", "DE"],
  ["192.0.2.201:50124", "DE"],
  ["reader-17.dialup.example.net", null],
  ["Upper.Case.Example.ORG", null],
] as const;

const rest = '"GET /a.html HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11; Linux x86_64)"';
const at = "[02/Feb/2026:10:00:00 +0000]";
const lineOf = (client: string): string => `${client} - - ${at} ${rest}\n`;
const damage = "192.0.2.77 - - [02/Feb/2026:broken\n203.0.113.200 damage\n";
const lines = clients.map(([client]) => lineOf(client)).join("");

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop("publication: The Test Press\nplaces: places.mmdb\n");
  workshop.write("press/places.mmdb", mmdbOf(database, {databaseType: "Test-City"}));
});
afterEach(() => {
  expect(readdirSync(workshop.store.work)).toEqual([]);
  workshop.remove();
});

/** Each reader's country, as the store would have it for these clients. */
function wanted(some: readonly (readonly [string, string | null])[] = clients): Map<string, string | null> {
  return new Map(some.map(([client, country]) => [String(readerId(canonicalClient(client), workshop.key)), country]));
}

/** Each reader's country as the store has it; a reader twice fails. */
async function found(): Promise<Map<string, string | null>> {
  const rows = await workshop.places();
  const map = new Map(rows.map(({reader, country}) => [String(reader), country as string | null]));
  expect(map.size).toBe(rows.length);
  return map;
}

describe("every reader of an input is looked up, and nobody else", () => {
  const shuffled = `time=${at} x "GET /a.html HTTP/1.1" 200 from=`;
  for (const [what, name, content, ...options] of rowsOf(
    [
      ["a log", "a.log", lines],
      ["one with damaged lines", "a.log", damage + lines + damage],
      ["one in gzip", "a.log.gz", gzipSync(lines + damage)],
      ["one in zstd", "a.log.zst", zstdCompressSync(lines + damage)],
      ["one with CRLF", "a.log", (lines + damage).replaceAll("\n", "\r\n")],
      ["one with bytes that are not UTF-8", "a.log", Buffer.from(lines.replace("/a.html", "/caf\xe9.html"), "latin1")],
      ["one with a byte order mark", "a.log", `\ufeff${lines}`],
      ["one whose last line has no end", "a.log", lines.trimEnd()],
      ["one behind a virtual host", "a.log", lines.replaceAll(/^/gm, "www.example.org:80 ").replace(/www\S+ $/, "")],
      ["one with forwarded addresses", "a.log", lines.replaceAll(" - - ", ", 10.11.12.13 - - ")],
      ["one with comments first", "a.log", `#Fields: x\n\n${lines}`],
      [
        "one in a format whose client stands last, with something before it",
        "a.log",
        clients.map(([client]) => `${shuffled}${client}\n`).join(""),
        "--log-format",
        'time=%t x "%r" %>s from=%h',
      ],
    ] as const,
    4,
  )) {
    test(what, async () => {
      workshop.write(name, content);
      await workshop.ingest([name, ...options]);
      expect(await found()).toEqual(wanted());
    });
  }

  test("standard input", async () => {
    expect((await workshop.pipe(lines, "ingest", "-")).status).toBe(0);
    expect(await found()).toEqual(wanted());
  });

  test("readers of odd lines only, whose client stands further back than that of the others", async () => {
    const write = ([client]: readonly [string, unknown], path: string): string =>
      `${at} "GET ${path} HTTP/1.1" 200 5 ${client}\n`;
    const usual = [
      ["198.18.0.1", "NO"],
      ["198.18.0.2", "NO"],
    ] as const;
    const odd = clients.map((client) => write(client, "/a page.html"));
    const content = usual.map((client) => write(client, "/page.html").repeat(200)).join(`damage\n${odd.join("")}`);
    for (const [name, bytes] of [
      ["a.log", content],
      ["b.log.gz", gzipSync(content.replace("page", "b"))],
    ] as const) {
      workshop.write(name, bytes);
      await workshop.ingest([name, "--log-format", '%t "%r" %>s %b %h']);
    }
    const rows = await workshop.places();
    expect(rows).toHaveLength(2 * wanted([...usual, ...clients]).size);
    expect(new Map(rows.map(({reader, country}) => [reader, country]))).toEqual(wanted([...usual, ...clients]));
  });

  for (const [what, content, ...options] of rowsOf(
    [
      ["whose client stands first", linesFrom(0, 70_000)],
      [
        "whose client stands further back than in the log's first lines",
        Array.from({length: 70_000}, (_, number) => {
          const path = number < 100 ? "/page.html" : "/a page.html";
          return `${at} "GET ${path} HTTP/1.1" 200 5 198.18.${(number >> 8) & 255}.${number & 255}\n`;
        }).join(""),
        "--log-format",
        '%t "%r" %>s %b %h',
      ],
    ] as const,
    1,
  )) {
    test(`tens of thousands ${what}`, async () => {
      workshop.write("a.log", content);
      await workshop.ingest(["a.log", ...options]);
      const rows = await workshop.places();
      // 198.18.0.0 to 198.18.255.255, some twice.
      expect(rows).toHaveLength(65_536);
      const places = rows.map(({country, region, city}) => `${country} ${region} ${city}`);
      expect(new Set(places)).toEqual(new Set(["NO null Oslo"]));
    });
  }
});

test("region and city are kept where the database has them", async () => {
  workshop.write("a.log", lineOf("192.0.2.1") + lineOf("192.0.2.200"));
  await workshop.ingest(["a.log"]);
  const rows = new Map((await workshop.places()).map(({reader, ...place}) => [reader, place]));
  const [one, two] = ["192.0.2.1", "192.0.2.200"].map((client) => String(readerId(client, workshop.key)));
  expect(rows.get(one!)).toEqual({country: "FR", region: "Provence", city: "Arles"});
  expect(rows.get(two!)).toEqual({country: "DE", region: null, city: null});
});

describe("beside the facts", () => {
  test("the file has their name, and the catalogue says which database was asked", async () => {
    workshop.write("a.log", lines);
    await workshop.ingest(["a.log"]);
    const [{file, places, placesSource} = {file: ""}] = workshop.parts();
    expect(places).toBe(file.replace(".parquet", "-places.parquet"));
    expect(placesSource).toMatch(/^Test-City 2026-01-02, networks of the routing table 2\d{3}-\d\d-\d\d \(/);
    expect(new Set(readdirSync(workshop.store.facts))).toEqual(new Set([file, places]));
  });

  test("a log that has grown gets a file for its new lines", async () => {
    const path = workshop.write("a.log", lineOf("192.0.2.1"));
    await workshop.ingest(["a.log"]);
    appendFileSync(path, lineOf("192.0.2.1") + lineOf("192.0.2.200"));
    await workshop.ingest(["a.log"]);
    const names = workshop.parts().map(({places}) => places);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
    const [one, two] = [
      ...wanted([
        ["192.0.2.1", ""],
        ["192.0.2.200", ""],
      ]).keys(),
    ];
    expect((await workshop.places()).map(({reader}) => reader).sort()).toEqual([one, one, two].sort());
  });

  test("a log that was cut within a line is looked up anew as a whole; the old file stays for those who read it", async () => {
    const path = workshop.write("a.log", lineOf("192.0.2.1") + lineOf("192.0.2.200").trimEnd());
    await workshop.ingest(["a.log"]);
    appendFileSync(path, ` more\n${lineOf("203.0.113.9")}`);
    await workshop.ingest(["a.log"]);
    expect(workshop.parts()).toHaveLength(1);
    expect((await found()).size).toBe(3);
    expect(readdirSync(workshop.store.facts)).toHaveLength(4);
  });

  test("what was read before adds none", async () => {
    workshop.write("a.log", lines);
    workshop.write("b.log.gz", gzipSync(lines));
    await workshop.ingest(["a.log", "b.log.gz"]);
    await workshop.ingest(["b.log.gz", "a.log"]);
    expect(readdirSync(workshop.store.facts)).toHaveLength(2);
  });

  test("an input without a request has none", async () => {
    workshop.write("empty.log", "");
    workshop.write("comments.log", "# nothing\n");
    await workshop.ingest(["empty.log", "comments.log"]);
    expect(workshop.parts().map(({places, placesSource}) => [places, placesSource])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("after an empty input, a log is read and looked up as ever, and another empty one adds nothing", async () => {
    for (const name of ["empty.log", "empty2.log"]) workshop.write(name, "");
    workshop.write("a.log", lines);
    await workshop.ingest(["empty.log"]);
    const said = await workshop.ingest(["empty2.log", "a.log"]);
    expect(said).toContain("empty2.log: read before, adds nothing");
    expect(await found()).toEqual(wanted());
  });
});

describe("what is asked", () => {
  test("nothing, where the workspace wants no places", async () => {
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), "publication: The Test Press\nplaces: false\n");
    workshop.write("a.log", lines);
    await workshop.ingest(["a.log"]);
    expect(workshop.parts()[0]).toMatchObject({places: null, placesSource: null});
    expect(readdirSync(workshop.store.facts)).toHaveLength(1);
  });

  test("the database that comes with Broadsheet, where it says nothing", async () => {
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), "publication: The Test Press\n");
    workshop.write("a.log", lineOf("128.214.1.1"));
    await workshop.ingest(["a.log"]);
    expect(await found()).toEqual(wanted([["128.214.1.1", "FI"]]));
    expect(workshop.parts()[0]?.placesSource).toMatch(/^@ip-location-db\/geo-whois-asn-country-mmdb /);
  });

  for (const [what, content, says] of [
    ["is none", "This is no database.", "the file is no database of places"],
    [
      "knows no countries",
      mmdbOf({"192.0.2.0/24": {number: 7}}),
      "it knows no country of any IPv4 address (Test-City)",
    ],
  ] as const) {
    test(`not a database that ${what}: PLACES_REFUSED, and nothing is read`, async () => {
      const path = workshop.write("press/places.mmdb", content);
      workshop.write("a.log", lines);
      const {status, stderr} = await workshop.run("ingest", "a.log");
      expect(status).toBe(3);
      expect(stderr).toContain(`error PLACES_REFUSED: ${says}\n  at    ${path}\n`);
      expect(workshop.inputs()).toEqual([]);
    });
  }

  test("a database that turns out to be damaged: PLACES_REFUSED, and nothing is counted", async () => {
    const bytes = mmdbOf({...database, "192.0.2.200/32": {country_code: "DE", city: "Damaged"}});
    const path = workshop.write(
      "press/places.mmdb",
      bytes.fill(0xff, bytes.indexOf("Damaged") - 6, bytes.indexOf("Damaged")),
    );
    workshop.write("a.log", lines);
    const {status, stderr} = await workshop.run("ingest", "a.log");
    expect(status).toBe(3);
    expect(stderr).toContain(`error PLACES_REFUSED: the database of places is damaged\n  at    ${path}\n`);
    expect(workshop.inputs()).toEqual([]);
    expect(readdirSync(workshop.store.facts)).toEqual([]);
  });
});

test("a log of few readers and one month, and the same with a line of another, say the same of them", async () => {
  const unnamed = lineOf("-");
  workshop.write("few.log", lines + unnamed + damage);
  await workshop.ingest(["few.log"]);
  const few = {places: await workshop.places(), addresses: workshop.addresses()["2026-02"]};
  // A reader more, whose month is another.
  const other = new Workshop("publication: The Test Press\nplaces: places.mmdb\n");
  try {
    other.write("press/places.mmdb", mmdbOf(database, {databaseType: "Test-City"}));
    other.write("many.log", lines + unnamed + damage + lineOf("198.18.0.1").replace("02/Feb", "02/Mar"));
    await other.ingest(["many.log"]);
    const own = String(readerId(canonicalClient("198.18.0.1"), other.key));
    const named = (rows: typeof few.places, key: string) =>
      new Map(
        clients.map(([client]) => {
          const id = String(readerId(canonicalClient(client), key));
          const {reader, ...place} = rows.find((row) => String(row["reader"]) === id)!;
          return [canonicalClient(client), {place, isNumber: reader !== null}];
        }),
      );
    const many = (await other.places()).filter((row) => String(row["reader"]) !== own);
    expect(named(many, other.key)).toEqual(named(few.places, workshop.key));
    expect(many).toHaveLength(few.places.length);
    expect(other.addresses()["2026-02"]).toEqual(few.addresses);
  } finally {
    other.remove();
  }
});
