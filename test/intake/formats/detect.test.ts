import {globSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {detect} from "../../../src/intake/formats/detect.ts";
import {rowsOf} from "../../run/amounts.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/logs/", import.meta.url));

/** The lines of a format's fixtures, a log each. */
function logsIn(pattern: string): string[][] {
  return globSync(pattern, {cwd: fixtures})
    .sort()
    .map((path) => readFileSync(fixtures + path, "latin1").split("\n"));
}

const line = (host: string): string =>
  `${host}192.0.2.1 - - [10/Oct/2005:12:00:00 +0000] "GET /a HTTP/1.1" 200 17 "-" "Lynx"`;

/** Logs that leave a doubt: of two formats, with a line of none, with blank ones, of more lines than a glance takes in. */
const doubtful: readonly (readonly string[])[] = [
  [line(""), "no request at all", line("")],
  [line(""), "", line("www.example.org:443 ")],
  [line("www.example.org "), line("www.example.org ")],
  ['{"ts":1128945600,"request":{"remote_ip":"192.0.2.1","method":"GET","uri":"/a"},"status":200,"size":1}', line("")],
  ["#Fields: date time c-ip cs-method cs-uri-stem sc-status", "2005-10-10 12:00:00 192.0.2.1 GET /a 200", line("")],
];

describe("whatever was recognised before, a log is recognised as what it is", () => {
  const logs = [...logsIn("*/*.log"), ...logsIn("combined/**/*.log").slice(0, 20), ...doubtful];
  const told = (lines: readonly string[]) => {
    const found = detect(lines);
    return found && {format: found.format.name, others: found.others.map(({name}) => name), client: found.client};
  };
  const alone = logs.map((lines) => told(lines));

  for (const [place, before] of rowsOf([...logs.entries()], 3)) {
    test(`behind ${alone[place]?.format ?? "none"}, the ${place}th`, () => {
      for (const [other, lines] of logs.entries()) {
        detect(before);
        expect(told(lines), lines.join("\n")).toEqual(alone[other]);
      }
    });
  }
});
