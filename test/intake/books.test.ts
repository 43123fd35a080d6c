import {appendFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {browser} from "../press.ts";
import {longTest} from "../run/amounts.ts";
import {Workshop} from "./workshop.ts";

const rest = `"GET /a.html HTTP/1.1" 200 5 "-" "${browser}"`;
const lineOf = (client: string, at = "02/Jan/2026:10:00:00 +0000"): string => `${client} - - [${at}] ${rest}\n`;

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop("publication: The Test Press\ntimeZone: Europe/Paris\n");
});
afterEach(() => {
  expect(readdirSync(workshop.store.work)).toEqual([]);
  workshop.remove();
});

const books = (): string[] => readdirSync(workshop.store.addresses).sort();

/** January and February meet at 23:00 UTC in Paris: two clients of January, two of February, one of both. */
const acrossMonths = [
  lineOf("192.0.2.1"),
  lineOf("192.0.2.2", "31/Jan/2026:22:59:59 +0000"),
  lineOf("192.0.2.3", "31/Jan/2026:23:00:00 +0000"),
  lineOf("192.0.2.2", "01/Feb/2026:10:00:00 +0000"),
].join("");

describe("who came is known by month, in the publication's time zone", () => {
  test("of a log over two months", async () => {
    workshop.write("a.log", acrossMonths);
    await workshop.ingest(["a.log"]);
    expect(workshop.addresses()).toEqual({
      "2026-01": ["192.0.2.1", "192.0.2.2"],
      "2026-02": ["192.0.2.2", "192.0.2.3"],
    });
  });

  test("of a log that has grown, in a book for what was new", async () => {
    workshop.write("a.log", lineOf("192.0.2.1") + lineOf("192.0.2.2"));
    await workshop.ingest(["a.log"]);
    appendFileSync(join(workshop.root, "a.log"), lineOf("192.0.2.2") + lineOf("192.0.2.9"));
    await workshop.ingest(["a.log"]);
    expect(workshop.addresses()).toEqual({"2026-01": ["192.0.2.1", "192.0.2.2", "192.0.2.2", "192.0.2.9"]});
    expect(books()).toHaveLength(2);
  });

  test("of a log whose last line was not finished, once", async () => {
    workshop.write("a.log", lineOf("192.0.2.1") + lineOf("192.0.2.2").slice(0, 60));
    await workshop.ingest(["a.log"]);
    workshop.write("a.log", lineOf("192.0.2.1") + lineOf("192.0.2.2"));
    await workshop.ingest(["a.log"]);
    await workshop.ingest(["a.log"]);
    expect(workshop.addresses()).toEqual({"2026-01": ["192.0.2.1", "192.0.2.2"]});
    expect(books()).toHaveLength(1);
  });

  test("clients as they are counted: an IPv6 /64, a host in lower case, no port", async () => {
    const clients = ["2001:db8:1:2::1", "2001:db8:1:2::2", "Reader.Example.ORG", "192.0.2.7:5000", "::ffff:192.0.2.8"];
    workshop.write("a.log", clients.map((client) => lineOf(client)).join(""));
    await workshop.ingest(["a.log"]);
    const want = ["192.0.2.7", "192.0.2.8", "2001:db8:1:2::/64", "reader.example.org"];
    expect(workshop.addresses()).toEqual({"2026-01": want});
  });

  test("nobody who has only lines that are no request", async () => {
    workshop.write("a.log", `${lineOf("192.0.2.1")}192.0.2.66 damage\n192.0.2.67 - - [broken\n`);
    await workshop.ingest(["a.log", "--accept-unreadable"]);
    expect(workshop.addresses()).toEqual({"2026-01": ["192.0.2.1"]});
  });
});

describe("no addresses are kept", () => {
  test("where the settings say so", async () => {
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), "publication: The Test Press\naddresses: false\n");
    workshop.write("a.log", lineOf("192.0.2.1"));
    await workshop.ingest(["a.log"]);
    expect(books()).toEqual([]);
  });

  test("of a closed month, when a log of it comes late, which counts and is told", async () => {
    workshop.write("a.log", lineOf("192.0.2.1"));
    await workshop.ingest(["a.log"]);
    expect((await workshop.run("close", "2026-01")).status).toBe(0);
    workshop.write("b.log", acrossMonths);
    expect(await workshop.ingest(["b.log"])).toContain("  January 2026 is closed: no addresses of it were kept\n");
    expect(workshop.addresses()).toEqual({"2026-02": ["192.0.2.2", "192.0.2.3"]});
    const {measures} = await workshop.report("2026-01");
    expect(measures.find(({id}) => id === "readers")?.values).toEqual([2]);
  });
});

/** A client that may be a robot: its agent is short. */
const lineOfShortAgent = lineOf("192.0.2.1").replace(/"[^"]*"\n$/, '"Lynx/2.8.9rel.1"\n');

describe("close", () => {
  test("drops the addresses of that month, and of no other; the figures stay", async () => {
    workshop.write("a.log", acrossMonths);
    await workshop.ingest(["a.log"]);
    const before = await workshop.report("2026-01..2026-02");
    const {status, stdout} = await workshop.run("close", "2026-01");
    expect([status, stdout.split("\n")[0]]).toEqual([0, "January 2026 is closed. 2 addresses are gone."]);
    expect(workshop.addresses()).toEqual({"2026-02": ["192.0.2.2", "192.0.2.3"]});
    expect(books()).toHaveLength(1);
    expect(await workshop.report("2026-01..2026-02")).toEqual(before);
  });

  test("says the second time that there is nothing to drop", async () => {
    workshop.write("a.log", lineOf("192.0.2.1"));
    await workshop.ingest(["a.log"]);
    await workshop.run("close", "2026-01");
    const {status, stdout} = await workshop.run("close", "2026-01");
    expect([status, stdout.split("\n")[0]]).toEqual([0, "January 2026 was closed on 2026-03-01 and has no addresses."]);
  });

  test("drops a book that cannot be opened, too", async () => {
    workshop.write("a.log", lineOf("192.0.2.1"));
    await workshop.ingest(["a.log"]);
    writeFileSync(join(workshop.store.addresses, books()[0]!), "damage");
    expect((await workshop.run("close", "2026-01")).status).toBe(0);
    expect(books()).toEqual([]);
  });

  longTest("closes nothing while a client is undecided, unless that is meant", async () => {
    workshop.write("a.log", lineOfShortAgent);
    await workshop.ingest(["a.log"]);
    const refused = await workshop.run("close", "2026-01");
    expect([refused.status, refused.stderr.split(":")[0]]).toEqual([3, "error CLIENTS_UNDECIDED"]);
    expect(workshop.addresses()).toEqual({"2026-01": ["192.0.2.1"]});
    expect((await workshop.run("close", "2026-01", "--undecided")).status).toBe(0);
    expect(workshop.addresses()).toEqual({});
    expect((await workshop.run("close", "2026-01")).status).toBe(0);
  });

  test("asks nothing where a book cannot be opened, by which nobody can decide", async () => {
    workshop.write("a.log", lineOfShortAgent);
    await workshop.ingest(["a.log"]);
    writeFileSync(join(workshop.store.addresses, books()[0]!), "damage");
    expect((await workshop.run("close", "2026-01")).status).toBe(0);
  });

  test("takes away what an interrupted close has left", async () => {
    workshop.write("a.log", lineOf("192.0.2.1"));
    await workshop.ingest(["a.log"]);
    writeFileSync(join(workshop.store.addresses, `${"0".repeat(32)}-0-0.book`), "left");
    await workshop.run("close", "2026-01");
    expect(books()).toEqual([]);
  });

  for (const [period, message] of [
    ["2026-02", "there are no logs for 2026-02; those that were read cover 2026-01-02 to 2026-01-02"],
    ["2026-01..2026-02", "there are no logs for 2026-02"],
  ] as const) {
    test(`refuses ${period}, where a month has no logs, and closes nothing`, async () => {
      workshop.write("a.log", lineOf("192.0.2.1"));
      await workshop.ingest(["a.log"]);
      const {status, stderr} = await workshop.run("close", period);
      expect([status, stderr.split("\n")[0]]).toEqual([3, `error PERIOD_EMPTY: ${message}`]);
      expect(workshop.addresses()).toEqual({"2026-01": ["192.0.2.1"]});
    });
  }
});

test("a store without its books, which may be thrown away, is as good for everything else", async () => {
  workshop.write("a.log", lineOf("192.0.2.1"));
  await workshop.ingest(["a.log"]);
  rmSync(workshop.store.addresses, {recursive: true});
  expect((await workshop.run("report", "2026-01", "--no-ranges")).status).toBe(0);
  expect((await workshop.run("close", "2026-01")).status).toBe(0);
});
