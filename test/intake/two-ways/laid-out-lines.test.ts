import fc from "fast-check";
import {afterAll, describe, expect, test} from "vitest";
import {type Chance, chanceFrom} from "../../../examples/second-half-2005/model/random.ts";
import {amount, rowsOf} from "../../run/amounts.ts";
import {anyRequest, type Said} from "../formats/said.ts";
import {type Writer, writers} from "../formats/writers.ts";
import {damage} from "./mutate-lines.ts";
import {TwoWays} from "./two-ways.ts";

/*
 * Lines of every format, most of them plain, some of them anything, some damaged: the scanner of bytes, which learns from a thousand of
 * them how they stand, says the same as whoever reads each as text.
 */

const ways = new TwoWays();
const waysWithQueries = new TwoWays({names: ["id", "p"], conditions: []});
afterAll(() => Promise.all([ways.close(), waysWithQueries.close()]));

const plain = {
  ...{client: "192.0.2.7", host: "press.example", second: 1_141_207_200, method: "GET", path: "/news/", query: "a=b"},
  ...{status: 200, bytes: 5120, referrer: "https://www.example.com/", agent: "Lynx/2.8.5 (X11; Linux)"},
};

function requestOf({below, oneOf}: Chance): Said {
  return {
    ...plain,
    client: oneOf(["192.0.2.7", "198.51.100.254", "2001:db8::7", "reader.example.net", "192.0.2.300", "-", "web-1"]),
    second: plain.second + below(100_000),
    path: oneOf(["/", "/news/", "/a.html", "/img/a.png", "/%C3%A9/", "/a|b", "/a;jsessionid=7"]),
    query: oneOf(["", "", "id=7", "p=1&q=%20", "a=http://h/"]),
    status: oneOf([200, 200, 304, 404, 499]),
    bytes: oneOf([0, 5120, 2 ** 33, 2 ** 40]),
    referrer: oneOf(["-", "", "https://www.example.com/", "https://www.example.org/a?b=c"]),
    agent: oneOf([
      "Lynx/2.8.5 (X11; Linux)",
      "-",
      "",
      "Mozilla/5.0 (X11; rv:128.0) 100%25 a+b",
      "é",
      'a "b" c',
      "a|200|5|x",
    ]),
  };
}

function linesOf(writer: Writer, count: number, chance: Chance): Buffer[] {
  const strange = fc.sample(anyRequest(writer.without ?? null), {numRuns: 200, seed: chance.below(1 << 30)});
  const {below, oneOf} = chance;
  const end = oneOf(["", "\r"]);
  const lines = Array.from({length: count}, (_, place) => {
    const said = place > 1050 && below(12) === 0 ? oneOf(strange) : requestOf(chance);
    const line = Buffer.from(`${writer.write(said)}${end}`.replaceAll("\n", " "));
    return place > 1050 && below(4) === 0
      ? Buffer.from(damage(line, chance).map((byte) => (byte === 10 ? 32 : byte)))
      : line;
  });
  // Comments name the columns again, as where files follow each other.
  const heads = [0, below(count), below(count)].sort((one, other) => one - other);
  return lines.flatMap((line, place) => [
    ...(heads.includes(place) ? (writer.head ?? []).map((text) => Buffer.from(text)) : []),
    line,
  ]);
}

describe("lines that are scanned say what they say as text", () => {
  for (const [name, writer] of rowsOf(Object.entries(writers), 12)) {
    test(name, async () => {
      const lines = linesOf(writer, amount({few: 1700, all: 5000}), chanceFrom(2005));
      expect((await ways.compare(lines, name)).differences.slice(0, 5)).toEqual([]);
      const others = linesOf(writer, 1400, chanceFrom(2006));
      expect((await waysWithQueries.compare(others, name)).differences.slice(0, 5)).toEqual([]);
    });
  }
});

/** What carriers put before lines, of which each has its own time. */
const before: Readonly<Record<string, (at: Date, chance: Chance) => string>> = {
  syslog: (at, {oneOf}) => `${syslogTime(at)} web1 ${oneOf(["nginx", "nginx", "nginx[7]"])}: `,
  "syslog with ISO times": (at) => `${at.toISOString().replace("Z", "+00:00")} web1 nginx[711]: `,
  docker: (at) => `${at.toISOString()} `,
  "Kubernetes (CRI)": (at, {oneOf}) => `${at.toISOString().replace("Z", "123456Z")} ${oneOf(["stdout", "stderr"])} F `,
  "docker compose": (_, {oneOf}) => `${oneOf(["web-1", "web-2"])}  | `,
  nothing: (at, {oneOf}) => oneOf(["", "", `${syslogTime(at)} web1 nginx: `]),
};

function syslogTime(at: Date): string {
  const [, day = "", month] = at.toUTCString().split(" ");
  return `${month} ${day.replace(/^0/, " ")} ${at.toISOString().slice(11, 19)}`;
}

describe("lines behind what carried them are scanned as well", () => {
  for (const [what, write] of rowsOf(Object.entries(before), 3)) {
    test(what, async () => {
      const chance = chanceFrom(2005);
      for (const name of ["combined", "nginx-json", "ltsv"]) {
        const lines = linesOf(writers[name]!, 1700, chance).map((line, place) =>
          Buffer.concat([Buffer.from(write(new Date(1_141_207_200_000 + place * 1_000_003), chance)), line]),
        );
        expect((await ways.compare(lines, name)).differences.slice(0, 5)).toEqual([]);
      }
    });
  }
});

test("what stood before lines is counted, whoever read them", async () => {
  const lines = Array.from({length: 3000}, (_, place) => {
    const line = writers["combined"]!.write({...plain, second: plain.second + place});
    return Buffer.from(`${syslogTime(new Date((plain.second + place) * 1000))} web1 nginx: ${line}`);
  });
  const {requests, passedOver} = await ways.compare(lines, "combined");
  expect([requests, [...passedOver]]).toEqual([3000, [["syslog", 3000]]]);
});
