import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {gzipSync, zstdCompressSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {canonicalClient} from "../../../src/base/client-name.ts";
import {longTest} from "../../run/amounts.ts";
import {Workshop} from "../workshop.ts";

/** Readers as logs write them, whole or in part, each of a kind of its own. */
const clients = [
  "192.0.2.201",
  "198.51.100.77",
  "2001:db8:aaaa:bbbb:cccc:dddd:eeee:1234",
  "2001:db8:5:6::42",
  "reader-17.dialup.example.net",
  "Upper.Case.Example.ORG",
  "::ffff:203.0.113.99",
  "[2001:db8:9:9::9]",
  "203.0.113.55:50123",
] as const;

/** What of them may stand nowhere: the whole, the network of an IPv6 address, the name of a host, its domain. */
const secrets = [
  ...clients,
  "2001:db8:aaaa:bbbb",
  "2001:db8:5:6",
  "2001:db8:9:9",
  "203.0.113.99",
  "203.0.113.55",
  "203.0.113.77",
  "10.11.12.13",
  "dialup.example.net",
  "upper.case.example.org",
  "frank.reader",
] as const;

const agent = '"-" "Mozilla/5.0 (X11; Linux x86_64)"';
const at = "[02/Feb/2026:10:00:00 +0000]";

/** Good lines of a client, and what damage may do to them. */
function linesOf(client: string): string[] {
  const good = `${client} - frank.reader ${at} "GET /a.html HTTP/1.1" 200 5 ${agent}`;
  return [
    good,
    `${client}, 10.11.12.13 - - ${at} "GET /b.html HTTP/1.1" 200 5 ${agent}`,
    `${client},10.11.12.13 - - ${at} "GET /c.html HTTP/1.1" 200 5 ${agent}`,
    `${client} - - ${at} "GET /d.html HTTP/1.1" 200 5 ${agent} "${client}, 203.0.113.77"`,
    `${client} - - ${at} "GET /e.html HTTP/1.1" 200 5 ${agent} "${client}`,
    `${client} - - ${at} "GET /f.html?from=${client} HTTP/1.1" 200 5 "http://www.example.org/?ip=${client}" "-"`,
    `${client} - - [31/Feb/2026:10:00:00 +0000] "GET /g.html HTTP/1.1" 200 5 ${agent}`,
    `${client} - - [02/Feb/2099:10:00:00 +0000] "GET /h.html HTTP/1.1" 200 5 ${agent}`,
    `${client} - - ${at} "GET /i.html HTTP/1.1" 200 99999999999999999 ${agent}`,
    client,
    ` ${client}`,
    `x ${client}`,
    `x y ${client} - - [02/Feb/2026:10:00`,
    good.slice(0, client.length + 10),
    good.slice(0, -60 - agent.length),
    `${good.slice(0, client.length + 40)}${good.slice(0, client.length + 20)}`,
    `GET /x HT${client} - - ${at} "GET /y`,
    `\0\0${client}\0 - - broken`,
    `- frank.reader ${at} "GET /y HTTP/1.1" ${client}`,
    `[Mon Feb 02 10:00:00 2026] [error] [client ${client}] File does not exist`,
  ];
}

const text = `${clients.flatMap(linesOf).join("\n")}\n`;

let workshop: Workshop;
let report = "";

beforeAll(async () => {
  workshop = new Workshop();
  workshop.write("a.log", text.slice(0, 3000));
  await workshop.ingest(["a.log", "--accept-unreadable"]);
  workshop.write("a.log", text);
  workshop.write("b.log.gz", gzipSync(text.replace("/a.html", "/a2.html")));
  const latin1 = Buffer.from(text.replace("/a.html", "/caf\xe9.html"), "latin1");
  workshop.write("c.log", latin1);
  workshop.write("d.log", text.replace("/a.html", "/a4.html").replaceAll("\n", "\r\n"));
  await workshop.ingest(["a.log", "b.log.gz", "c.log", "d.log", "--accept-unreadable"]);
  await workshop.pipe(text.replace("/a.html", "/a5.html"), "ingest", "-", "--accept-unreadable");
  report = (await workshop.run("report", "2026-02", "--no-ranges", "--format", "json")).stdout;
});
afterAll(() => workshop.remove());

function filesUnder(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Which of the secrets stand in the bytes, in whatever case? */
function secretsIn(bytes: Buffer): string[] {
  const body = bytes.toString("latin1").toLowerCase();
  return secrets.filter((secret) => body.includes(secret.toLowerCase()));
}

test("the lines were read: some are requests, some are in quarantine", () => {
  const counts = Object.values(workshop.counts());
  expect(counts).toHaveLength(5);
  for (const [lines, requests, quarantined, ignored] of counts) {
    expect(lines).toBe(clients.length * linesOf("x").length);
    expect(requests + quarantined + ignored).toBe(lines);
    expect(requests).toBeGreaterThanOrEqual(clients.length * 6);
    expect(quarantined).toBeGreaterThan(clients.length * 9);
  }
});

describe("no reader's address is in the store", () => {
  test("not in any file's bytes", () => {
    const files = filesUnder(workshop.store.folder);
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap((file) => secretsIn(readFileSync(file)).map((secret) => `${secret} in ${file}`))).toEqual([]);
  });

  test("not in any file's name", () => {
    expect(secretsIn(Buffer.from(filesUnder(workshop.store.folder).join("\n")))).toEqual([]);
  });

  test("not in the facts, unpacked", async () => {
    const rows = await workshop.facts("method, path, site, agent, host, reader::varchar as reader");
    expect(secretsIn(Buffer.from(JSON.stringify(rows)))).toEqual([]);
  });

  test("not in the facts' rows of refused lines", async () => {
    const rows = await workshop.refused();
    expect(rows.length).toBeGreaterThan(clients.length * 9);
    expect(secretsIn(Buffer.from(JSON.stringify(rows)))).toEqual([]);
  });

  test("not in what is known of where readers are, unpacked", async () => {
    const rows = await workshop.places();
    expect(rows.length).toBeGreaterThan(clients.length);
    expect(secretsIn(Buffer.from(JSON.stringify(rows)))).toEqual([]);
  });

  test("not in the books of addresses as they stand, though they hold them all", () => {
    const {addresses, work} = workshop.store;
    const kept = new Set(Object.values(workshop.addresses()).flat());
    expect(kept).toEqual(new Set(clients.map(canonicalClient)));
    const books = filesUnder(addresses);
    expect(books.length).toBeGreaterThan(4);
    for (const book of books) {
      const bytes = readFileSync(book);
      expect(secretsIn(bytes)).toEqual([]);
      // Nor is it merely packed: what is sealed cannot be made smaller.
      expect(zstdCompressSync(bytes).length).toBeGreaterThan(bytes.length);
    }
    expect(filesUnder(work)).toEqual([]);
  });

  test("not in what broadsheet quarantine prints", async () => {
    for (const format of ["text", "json"]) {
      const {stdout} = await workshop.run("quarantine", "--format", format);
      expect(stdout.length).toBeGreaterThan(1000);
      expect(secretsIn(Buffer.from(stdout))).toEqual([]);
    }
  });

  test("not in the report", () => expect(secretsIn(Buffer.from(report))).toEqual([]));

  longTest("nor is one in the store while an ingest is at work, but for what it works with", async () => {
    const other = new Workshop();
    // Clients without a plain line: they are picked out of the log one by one.
    other.write("e.log", text + linesOf("192.0.2.202").join("\n").repeat(3000));
    const running = other.start(["ingest", "--accept-unreadable", "--log-format", '%h %l %u %t "%r" %>s %b', "e.log"]);
    const seen = new Set<string>();
    const isDone = running.done.then(() => true);
    while (!(await Promise.race([isDone, sleep(5, false)]))) {
      const {work, facts, catalogue} = other.store;
      const others = filesUnder(other.store.folder).filter((file) => !file.startsWith(work));
      for (const file of [...others, join(facts, "none"), catalogue]) {
        for (const secret of secretsIn(contentOf(file))) seen.add(`${secret} in ${file}`);
      }
    }
    expect((await running.done).status).toBe(0);
    expect([...seen]).toEqual([]);
    other.remove();
  });

  test("nothing of the work is left", () => expect(readdirSync(workshop.store.work)).toEqual([]));
});

/** What a file holds; nothing where it is gone again already. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

describe("who may read what", () => {
  test("the key is for its owner alone", () => expect(statSync(workshop.store.key).mode & 0o777).toBe(0o600));
  for (const place of ["folder", "facts", "addresses", "work"] as const) {
    test(`so is the store: ${place}`, () => expect(statSync(workshop.store[place]).mode & 0o777).toBe(0o700));
  }
});

test("a book of addresses is for its owner alone, too", () => {
  const modes = filesUnder(workshop.store.addresses).map((file) => statSync(file).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o600]));
});

test("one client has the same number in every log of a workspace, and another in another workspace", async () => {
  const [one, other] = [new Workshop(), new Workshop()];
  const ids: string[][] = [];
  for (const each of [one, other]) {
    each.write("a.log", `192.0.2.201 - - ${at} "GET /a.html HTTP/1.1" 200 5 ${agent}\n`);
    each.write("b.log", `192.0.2.201 - - ${at} "GET /b.html HTTP/1.1" 200 6\n`);
    await each.ingest(["a.log", "b.log"]);
    ids.push((await each.facts("reader::varchar as reader")).map(({reader}) => String(reader)));
    each.remove();
  }
  expect(ids[0]![0]).toBe(ids[0]![1]);
  expect(ids[0]![0]).not.toBe(ids[1]![0]);
});

describe("an address is neither a virtual host's name nor a site's", () => {
  const readers = [1, 2, 3].map((reader) => `203.0.113.${reader}`);
  const request = `- - ${at} "GET /a.html HTTP/1.1" 200 5`;
  const lines = readers.map((reader, place) => {
    return `${reader}:${50_234 + place} 10.0.0.1 ${request} "http://${reader}:8080/" "Mozilla/5.0 (X11; Linux x86_64)"\n`;
  });
  for (const [what, words, wanted] of [
    ["a client with its port before the server's address", [], 3],
    ["the same, said to begin with a virtual host", ["--log-format", "combined-vhost"], 1],
  ] as const) {
    test(what, async () => {
      const own = new Workshop();
      try {
        own.write("a.log", lines.join(""));
        await own.ingest(["a.log", ...words]);
        const rows = await own.facts("reader::varchar as reader, host, site");
        expect(new Set(rows.map(({reader}) => reader)).size).toBe(wanted);
        expect(rows.map(({host, site}) => [host, site])).toEqual([1, 2, 3].map(() => [null, ""]));
        const bytes = filesUnder(own.store.folder).map((file) => readFileSync(file).toString("latin1"));
        for (const reader of readers) expect(bytes.some((all) => all.includes(reader))).toBe(false);
      } finally {
        own.remove();
      }
    });
  }
});
