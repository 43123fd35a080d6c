import {afterAll, expect, test} from "vitest";
import {isIgnored} from "../../src/intake/quarantine.ts";
import {isIgnoredSql} from "../../src/intake/refused-lines.ts";
import {Typist} from "./typed-rows.ts";
import {Workshop} from "./workshop.ts";

const typist = new Typist();
afterAll(() => typist.close());

test("SQL and TypeScript ignore the same lines", async () => {
  const signs = Array.from({length: 0x3100}, (_, sign) => String.fromCodePoint(sign + 1)).filter(
    (sign) => sign !== "\n",
  );
  const texts = [...signs, "\ufeff", "", "  \t ", "#", " #", "# a", "a #", "\u00a0a"];
  const engine = await typist.engine();
  const rows = await engine.rows(
    `select ${isIgnoredSql} as ignored from (select unnest(string_split($lines, chr(10))) as refused)`,
    {lines: texts.join("\n")},
  );
  const wanted = texts.filter(isClean).map(isIgnored);
  expect(rows.map(({ignored}) => ignored === 1).filter((_, place) => isClean(texts[place]!))).toEqual(wanted);
});

/** No line that was made harmless holds these. */
function isClean(text: string): boolean {
  return !/[\0-\x08\n-\x1f\x7f]/.test(text);
}

const request = '192.0.2.7 - - [10/Oct/2005:13:55:36 +0000] "GET /a HTTP/1.1" 200 5 "-" "Lynx"';
const late = request.replace("2005", "1905");

/**
 * A thousand requests, and behind them blank lines, comments and rubbish, short and long, each in its turn; a line with another fault among
 * the last.
 */
const lines = Array.from({length: 20_000}, (_, place) => {
  if (place < 1000) return request;
  const kinds = ["", "# a", "x", `rubbish ${place % 70} of a certain length`, " ", `\t`, "xy\r", "#", request];
  return place === 19_000 ? late : kinds[place % kinds.length]!;
});
const firstRefused = lines
  .map((text, place) => ({text: text.trim(), line: place + 1}))
  .filter(({text}) => text !== "" && !text.startsWith("#") && text !== request);

for (const [what, format] of [
  ["the scanner", "combined"],
  ["the engine", '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-agent}i" %D'],
] as const) {
  test(`${what} counts every line, and keeps a hundred in full and the first of each reason`, async () => {
    const workshop = new Workshop();
    try {
      const end = format === "combined" ? "" : " 5";
      const text = lines.map((line) => (line === request || line === late ? `${line}${end}\n` : `${line}\n`)).join("");
      const stderr = await workshop.ingest([workshop.write("a.log", text), "--log-format", format]);
      const ignored = lines.filter((text) => text.trim() === "" || text.startsWith("#")).length;
      const requests = lines.filter((text) => text === request).length;
      expect(stderr).toContain(`20,000 lines; ${requests.toLocaleString("en")} requests`);
      expect(workshop.counts()["a.log"]).toEqual([20_000, requests, firstRefused.length, ignored]);
      const listed = JSON.parse((await workshop.run("quarantine", "--format", "json")).stdout) as {
        line?: number;
        more?: number;
      }[];
      const kept = listed.flatMap(({line}) => line ?? []);
      expect(kept).toEqual([...firstRefused.slice(0, 100).map(({line}) => line), 19_001]);
      expect(listed.reduce((sum, {more = 0}) => sum + more, kept.length)).toBe(firstRefused.length);
    } finally {
      workshop.remove();
    }
  });
}
