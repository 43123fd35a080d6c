import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {Workshop} from "./workshop.ts";

const [lines, change] = [1600, 1200];
const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const clock = (place: number): string => new Date(Date.UTC(2026, 0, 6, 0, 0, 50 * place)).toISOString().slice(11, 19);
const reader = (place: number): string => `203.0.113.${1 + (place % 40)}`;

/** A line of the combined format. */
function combined(place: number, client = reader(place), tail = ""): string {
  return `${client} - - [06/Jan/2026:${clock(place)} +0000] "GET /essays/${place % 7}.html HTTP/1.1" 200 512 "-" "${agent}"${tail}`;
}

// Behind what is looked at first, and in a file that is too small to be looked at in its middle by pieces.
for (const [what, header, after] of [
  ["a proxy came before the server", [], (place: number) => combined(place, "10.0.0.1", ` "${reader(place)}"`)],
  [
    "W3C's columns followed",
    ["#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)"],
    (place: number) =>
      `2026-01-06 ${clock(place)} ${reader(place)} GET /essays/${place % 7}.html 200 ${agent.replaceAll(" ", "+")}`,
  ],
  ["lines went through syslog", [], (place: number) => `Jan  6 2026 ${clock(place)} web nginx: ${combined(place)}`],
] as const) {
  test.each([
    ["a.log", (text: string) => text],
    ["a.log.gz", (text: string) => gzipSync(text)],
  ])(`of a log in whose middle ${what} the readers are those of both parts: %s`, async (name, pack) => {
    const workshop = new Workshop();
    const places = Array.from({length: lines}, (_, place) => place);
    const text = [
      ...places.slice(0, change).map((place) => combined(place)),
      ...header,
      ...places.slice(change).map(after),
    ];
    await workshop.ingest([workshop.write(name, pack(`${text.join("\n")}\n`))]);
    const {measures, account} = await workshop.report("2026-01");
    expect(measures.find(({id}) => id === "readers")!.values).toEqual([40]);
    expect(account[0]!.verdicts.find(({id}) => id === "counted")!.requests).toBe(lines);
    workshop.remove();
  });
}
