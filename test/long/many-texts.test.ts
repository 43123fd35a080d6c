import {closeSync, openSync, readFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {Workshop} from "../intake/workshop.ts";
import {manyOf} from "./sizes.ts";

/*
 * What anybody on the net can write into a log, by sending requests, takes no report away. The engine has what it gets on a machine of one
 * gigabyte or two.
 */

const settings = "publication: The Test Press\nmemory: 537 MB\n";

let workshop: Workshop;
afterEach(() => workshop.remove());

interface Flood {
  readonly what: string;
  readonly lines: number;
  readonly lineOf: (place: number) => string;
}

const second = (place: number): string => String(place % 60).padStart(2, "0");
const long = (length: number): string => "a".repeat(length);

function line(place: number, {path = "/a", status = 200, referrer = "-", agent = "Mozilla/5.0 (X11)"}): string {
  const before = `192.0.2.${place % 250} - - [10/Oct/2025:13:00:${second(place)} +0000]`;
  return `${before} "GET ${path} HTTP/1.1" ${status} 5 "${referrer}" "${agent}"\n`;
}

/** A line of which nothing stands in another. */
function ownLine(place: number): string {
  const client = [1 + (place >> 24), (place >> 16) & 255, (place >> 8) & 255, place & 255].join(".");
  const agent = `Mozilla/5.0 (Windows NT 10.0; Win64; x64; build ${place}) AppleWebKit/537.36 Firefox/${place}`;
  const day = String(1 + (place % 28)).padStart(2, "0");
  const request = `[${day}/Oct/2025:13:00:${second(place)} +0000] "GET /articles/${place}/a-title-of-it.html HTTP/1.1"`;
  return `www${place}.example.org:80 ${client} - - ${request} 200 5123 "https://site${place}.example.net/a" "${agent}"\n`;
}

// Fewer of those that take minutes where a change is checked; as many as a busy site has, at night.
const floods: readonly Flood[] = [
  {
    what: "paths of 8 kB",
    lines: 10_000,
    lineOf: (place) => line(place, {path: `/${place}/${long(8000)}`, status: 404}),
  },
  {
    what: "agents of 8 kB",
    lines: 10_000,
    lineOf: (place) => line(place, {agent: `Mozilla/5.0 (${place}) ${long(8000)}`}),
  },
  {
    what: "referrers of 8 kB",
    lines: 10_000,
    lineOf: (place) => line(place, {referrer: `http://${place}.${long(8000)}/`}),
  },
  {
    what: "paths of 400 characters",
    lines: manyOf({ci: 80_000, nightly: 500_000}),
    lineOf: (place) => line(place, {path: `/${place}/${long(400)}`, status: 404}),
  },
  {
    what: "paths of 150 characters",
    lines: manyOf({ci: 150_000, nightly: 2_000_000}),
    lineOf: (place) => line(place, {path: `/${place}/${long(150)}`, status: 404}),
  },
  {
    what: "paths, agents, clients, hosts and sites, no two alike",
    lines: manyOf({ci: 100_000, nightly: 3_000_000}),
    lineOf: ownLine,
  },
];

describe("on a machine of a gigabyte or two, many texts take no command away", () => {
  for (const {what, lines, lineOf} of floods) {
    test(`${lines} ${what}`, async () => {
      workshop = new Workshop(settings);
      const log = writeLines(workshop, "flood.log", lines, lineOf);
      await workshop.start(["ingest", log, "--quiet"]).done;
      for (const words of [
        ["account", "2025-10"],
        ["report", "2025-10", "--quiet", "--output", "report.json"],
        ["review", "2025-10", "--format", "json"],
        ["close", "2025-10", "--undecided"],
      ]) {
        const {status, stderr} = await workshop.start(words).done;
        expect([words[0], status, stderr.slice(0, 500)]).toEqual([words[0], 0, expect.any(String)]);
      }
      const report = JSON.parse(readFileSync(join(workshop.root, "report.json"), "utf8")) as {
        inputs: {requests: number}[];
      };
      expect(report.inputs.map(({requests}) => requests)).toEqual([lines]);
    });
  }
});

describe("lines that are no request take memory that does not grow with them", () => {
  const megabytes = manyOf({ci: 40, nightly: 200});
  for (const [what, piece] of [
    ["newlines", "\n"],
    ["lines of one sign", "x\n"],
    ["comments of one sign", "#\n"],
  ] as const) {
    test(`${megabytes} MB of ${what}`, async () => {
      workshop = new Workshop(settings);
      const count = (megabytes * 1e6) / piece.length;
      const start = 1000;
      const log = writeLines(workshop, "rubbish.log", start, (place) => line(place, {}), piece.repeat(count));
      const running = workshop.start(["ingest", log, "--quiet", "--accept-unreadable"]);
      const most = watchMemory(running.process.pid!);
      const {status} = await running.done;
      expect(status).toBe(0);
      const [lines, requests, quarantined, ignored] = workshop.counts()["rubbish.log"]!;
      expect([lines, requests, quarantined + ignored]).toEqual([start + count, start, count]);
      expect(most()).toBeLessThan(800);
    });
  }
});

function writeLines(where: Workshop, name: string, lines: number, lineOf: Flood["lineOf"], end = ""): string {
  const path = where.write(name, "");
  const file = openSync(path, "a");
  let text = "";
  for (let place = 0; place < lines; place++) {
    text += lineOf(place);
    if (text.length < 1 << 20 && place < lines - 1) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, end);
  closeSync(file);
  return path;
}

/** The most memory that a process has held so far, in megabytes, looked at now and then; 0 where the system does not tell. */
function watchMemory(pid: number): () => number {
  let most = 0;
  const timer = setInterval(() => {
    try {
      most = Math.max(
        most,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024,
      );
    } catch {
      clearInterval(timer);
    }
  }, 50);
  timer.unref();
  return () => {
    clearInterval(timer);
    return most;
  };
}
