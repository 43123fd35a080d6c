import type {DuckDbEngine} from "../engine/duckdb.ts";
import {mostInFull, type Quarantine} from "../workspace/quarantined.ts";
import type {LogFormat} from "./format.ts";
import {LineJudge} from "./line-judge.ts";
import {QuarantineDraft, type Refusal} from "./quarantine.ts";

/** Lines that are no request. */
export interface Refused {
  /** How many are blank or comments. */
  readonly ignored: number;
  readonly quarantined: Quarantine;
}

// What JavaScript's `trim` takes away of what is left in a clean line.
const blanks = [0x09, 0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff];
for (let sign = 0x2000; sign <= 0x200a; sign++) blanks.push(sign);
const trimmed = `trim(refused, ${blanks.map((sign) => `chr(${sign})`).join(" || ")})`;

/** The same question as `isIgnored` in `quarantine.ts`, asked of a column `refused`; a test holds them together. */
export const isIgnoredSql = `(${trimmed} = '' or prefix(refused, '#'))`;

/**
 * Which of the lines are no request, and why? They are counted where they are: however many there are, few of them are in memory.
 *
 * @param lines Relation with the columns `line`, from 1, and `refused`, the text of a line that is no request.
 */
export async function readRefused(lines: string, engine: DuckDbEngine, format: LogFormat): Promise<Refused> {
  const quarantine = new QuarantineDraft(format);
  const judge = new LineJudge(engine, format);
  const damaged = `(select line, refused from ${lines} where refused is not null and not ${isIgnoredSql})`;
  const firsts = new Map<string, {line: number; text: string; refusal: Refusal}>();
  try {
    await engine.rowsInBatches(
      `select refused as text, count(*) as lines, min(line) as first from ${damaged} group by refused`,
      async (rows) => {
        const refusals = await judge.judge(rows.map((row) => String(row["text"])));
        for (const [place, row] of rows.entries()) {
          const refusal = refusals[place]!;
          const line = Number(row["first"]);
          quarantine.count(refusal.reason, Number(row["lines"]));
          const first = firsts.get(refusal.reason);
          if (!first || line < first.line) firsts.set(refusal.reason, {line, text: String(row["text"]), refusal});
        }
      },
    );
    const inFull = await engine.rows(`select line, refused as text from ${damaged} order by line limit ${mostInFull}`);
    const refusals = await judge.judge(inFull.map((row) => String(row["text"])));
    for (const [place, row] of inFull.entries()) {
      quarantine.keep(Number(row["line"]), String(row["text"]), refusals[place]!);
    }
    const last = Number(inFull.at(-1)?.["line"] ?? 0);
    const later = [...firsts.values()].filter(({line}) => line > last).sort((one, other) => one.line - other.line);
    for (const {line, text, refusal} of later) quarantine.keep(line, text, refusal);
    const [row] = await engine.rows(
      `select count(*) as ignored from ${lines} where refused is not null and ${isIgnoredSql}`,
    );
    return {ignored: Number(row!["ignored"]), quarantined: quarantine.end()};
  } finally {
    judge.close();
  }
}
