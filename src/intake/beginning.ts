import {type DuckDbEngine, quoteText} from "../engine/duckdb.ts";
import type {Draft} from "./draft-context.ts";
import type {Scan} from "./scan.ts";

/**
 * Do the facts of an input begin with those of this draft: is it an earlier state of a file that was read when it was
 * longer?
 *
 * Facts are compared row by row, in the order of the lines. Of a last line without an end only instant, client and path
 * have to agree, where it got so far. Comments and blank lines alone prove nothing.
 *
 * @param files Of the input's facts, in the order in which it grew.
 */
export async function isBeginningOf(
  files: readonly string[],
  draft: Pick<Draft, "file" | "lines">,
  {isWhole}: Pick<Scan, "isWhole">,
  engine: DuckDbEngine,
): Promise<boolean> {
  if (files.length === 0 || draft.lines === 0) return false;
  const wholeLines = isWhole ? draft.lines : draft.lines - 1;
  const compare = async (lines: number): Promise<{others: number; same: number}> => {
    const mine = `select row_number() over () as number, one as mine from read_parquet(${quoteText(draft.file)}) as one`;
    const theirs = `select two as theirs from read_parquet([${files.map(quoteText).join(", ")}]) as two`;
    const [row] = await engine.rows(`select
        count(*) filter (where number <= ${wholeLines} and mine is distinct from theirs
          or number > ${wholeLines} and mine."at" is not null and not ${alike}) as others,
        count(*) filter (where mine."at" is not null and ${alike}) as same
      from (${mine} limit ${lines}) positional join (${theirs} limit ${lines})`);
    return row as {others: number; same: number};
  };
  // Most files that begin alike part soon.
  if (draft.lines > fewLines && (await compare(fewLines)).others > 0) return false;
  const {others, same} = await compare(draft.lines);
  return others === 0 && same > 0;
}

const fewLines = 1000;

const alike = `(theirs."at" is not distinct from mine."at" and theirs.reader is not distinct from mine.reader
  and theirs.path is not distinct from mine.path)`;
