import type {Period} from "../../base/period.ts";
import {visible} from "../../base/text.ts";
import {reasonText} from "../../methodology/decisions/append.ts";
import {planUndo} from "../../operations/review/undo.ts";
import {withCatalogue} from "../../operations/store/open.ts";
import type {Store} from "../../operations/store/store.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {daysText, spoken} from "./ask-decisions.ts";
import {penFromArgs} from "./pen-from-args.ts";

/** Takes back what was decided about a client, with new rows that say what held before. */
export async function undoDecision(
  store: Store,
  {months}: Period,
  args: ParsedArgs,
  environment: Environment,
): Promise<number> {
  const entry = textOption(args, "undo")!;
  const closed = await withCatalogue(store, (catalogue) => [...catalogue.closedMonths().keys()]);
  const pen = penFromArgs(store, {months}, args, environment);
  const reason = reasonText(textOption(args, "reason") ?? "") || "taken back";
  const rows = await pen.writePlanned(() => planUndo(store.workspace, {entry, months, closed, reason}));
  if (isSet(args, "quiet")) return 0;
  const path = shortPath(pen.path, environment.cwd);
  const lines = rows.map(({entry: who, decision, ...days}) => {
    const is = decision === "later" ? "undecided" : spoken[decision];
    return `${visible(`Written to ${path}: ${who} is ${is} again, ${daysText(days)}, decided by ${pen.by}.`)}\n`;
  });
  environment.stderr.write(lines.join(""));
  return 0;
}
