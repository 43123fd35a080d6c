import {printJson} from "../../base/json.ts";
import {plural, visible} from "../../base/text.ts";
import {shownExcerpt} from "../../intake/facts/line-shape.ts";
import {refusals} from "../../intake/facts/quarantine.ts";
import {withCatalogue} from "../../operations/store/open.ts";
import type {Catalogue} from "../../workspace/catalogue/catalogue.ts";
import type {Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet quarantine`: the lines that could not be read. */
export const runQuarantine: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const [kept, refused] = await withCatalogue(store, (catalogue) => [catalogue.quarantine(), catalogue.refused()]);
  const lines = kept.map(({input: _, ...one}) => ({...one, excerpt: shownExcerpt(one.excerpt)}));
  if (format === "json") {
    environment.stdout.write(printJson([...lines, ...moreLines(kept, refused)]));
    return 0;
  }
  if (lines.length === 0) {
    environment.stdout.write("Every line that was read is a request, blank, or a comment.\n");
    return 0;
  }
  for (const {name, line, column, reason, excerpt} of lines) {
    const why = refusals[reason as keyof typeof refusals] ?? reason;
    const shape = excerpt === "" ? "" : `    ${excerpt}\n`;
    environment.stdout.write(`${visible(name)}:${line}:${column}  ${reason}  ${why}\n${shape}`);
  }
  for (const {name, reason, more} of moreLines(kept, refused)) {
    environment.stdout.write(`${visible(name)}  ${reason}  and ${plural(more, "more line", "more lines")}\n`);
  }
  return 0;
};

type Kept = ReturnType<Catalogue["quarantine"]>;

/** How many lines are there beside those that are kept in full? */
function moreLines(
  kept: Kept,
  refused: ReturnType<Catalogue["refused"]>,
): {name: string; reason: string; more: number}[] {
  return refused.flatMap(({input, name, reason, lines}) => {
    const more = lines - kept.filter((one) => one.input === input && one.reason === reason).length;
    return more > 0 ? [{name, reason, more}] : [];
  });
}
