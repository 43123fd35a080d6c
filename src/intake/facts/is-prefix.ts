import type {FactStore} from "../../engine/fact-store.ts";
import type {Scan} from "../bytes/read.ts";
import type {Draft} from "./draft-types.ts";

/**
 * Do the facts of an input begin with those of this draft: is it an earlier state of a file that was read when it was
 * longer?
 *
 * Facts are compared row by row, in the order of the lines. Of a last line without an end only instant, client and path
 * have to agree, where it got so far. Of a line that is no request nothing more is known, and such lines alone prove nothing. What is
 * kept of queries is a matter of the settings, and not looked at.
 *
 * @param files Of the input's facts, in the order in which it grew.
 */
export async function isBeginningOf(
  files: readonly string[],
  draft: Pick<Draft, "file" | "lines">,
  {isWhole}: Pick<Scan, "isWhole">,
  engine: FactStore,
): Promise<boolean> {
  if (files.length === 0 || draft.lines === 0) return false;
  const wholeLines = isWhole ? draft.lines : draft.lines - 1;
  const [own, input] = [await engine.linesOf(draft.file), await linesOfAll(files, engine)].map(
    (lines) => `(select * replace (split_part(path, '?', 1) as path) from ${lines})`,
  );
  const compare = async (lines: number): Promise<{others: number; same: number}> => {
    const [mine, theirs] = [own, input].map((all) => `(select * from ${all} where line <= ${lines})`);
    const [row] = await engine.rows(`select
        count(*) filter (where line <= ${wholeLines} and (mine."at" is distinct from theirs."at" or mine."at" is not null and mine is distinct from theirs)
          or line > ${wholeLines} and mine."at" is not null and not ${alike}) as others,
        count(*) filter (where mine."at" is not null and ${alike}) as same
      from ${mine} as mine join ${theirs} as theirs using (line)`);
    return row as {others: number; same: number};
  };
  // Most files that begin alike part soon.
  if (draft.lines > fewLines && (await compare(fewLines)).others > 0) return false;
  const {others, same} = await compare(draft.lines);
  return others === 0 && same > 0;
}

const fewLines = 1000;

/** SQL of the lines of files that belong together, counted through. */
async function linesOfAll(files: readonly string[], engine: FactStore): Promise<string> {
  const parts: string[] = [];
  let before = 0;
  for (const file of files) {
    parts.push(`select * replace (line + ${before} as line) from ${await engine.linesOf(file)}`);
    before += await engine.countLines(file);
  }
  return `(${parts.join(" union all ")})`;
}

const alike = `(theirs."at" is not distinct from mine."at" and theirs.reader is not distinct from mine.reader
  and theirs.path is not distinct from mine.path)`;
