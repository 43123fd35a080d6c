import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import type {Notice} from "../../operations/notice.ts";
import {type MoveSummary, moveStore} from "../../operations/store/move.ts";
import {isSet, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {holdingFromArgs, storeFromArgs} from "../from-args.ts";

/** `broadsheet engine move`: takes what was read from the workspace's own files to the cluster that it names, or back. */
export const runEngineMove: Run = async (args, environment) => {
  const to = textOption(args, "to");
  if (to !== "clickhouse" && to !== "duckdb") {
    const what = to === undefined ? "the command does not say where to" : `there is no engine "${to}" to move to`;
    throw new UserError("COMMAND_INCOMPLETE", what, "write --to clickhouse or --to duckdb", "--to");
  }
  const store = storeFromArgs(args, environment);
  const {listener, ...holding} = holdingFromArgs(args, environment);
  const notice = (one: Notice): void => tell(one, environment);
  const summary = await moveStore(store, to, {...holding, listener: {...listener, notice}});
  if (!isSet(args, "quiet")) environment.stderr.write(`${sumUp(to, summary)}\n`);
  return summary.refused.length > 0 ? 3 : 0;
};

function tell(notice: Notice, environment: Environment): void {
  if (notice.about === "not-moved") printFault(notice.fault, environment);
}

function sumUp(to: "clickhouse" | "duckdb", {moved: all, refused}: MoveSummary): string {
  const moved = all.filter(({kind}) => kind === "moved");
  const lines = moved.reduce((sum, one) => sum + one.lines, 0);
  const known = all.length - moved.length;
  return [
    `Moved ${plural(lines, "line", "lines")} in ${plural(moved.length, "file", "files")}.`,
    ...(known > 0 ? [`${plural(known, "file was", "files were")} there before.`] : []),
    ...(refused.length > 0 ? [`${plural(refused.length, "file stays", "files stay")} where it was.`] : []),
    to === "clickhouse"
      ? "The files in store/ are as they were: keep them as a copy, or delete store/facts and store/catalogue.sqlite."
      : "The servers are as they were. To count from the files, write engine: {kind: duckdb} in broadsheet.yaml.",
  ].join(" ");
}
