import {UserError} from "../../base/error.ts";
import {plural, visible} from "../../base/text.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {clearWork} from "../../intake/ingest.ts";
import {type MovedInput, moveClosings, moveToCluster, moveToFiles, type TwoStores} from "../../intake/move.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {whileHeld} from "../hold.ts";
import {withFiles, workspaceFromArgs} from "../open.ts";
import {withChecked} from "../open-cluster.ts";

/** `broadsheet engine move`: takes what was read from the workspace's own files to the cluster that it names, or back. */
export const runEngineMove: Run = async (args, environment) => {
  const to = textOption(args, "to");
  if (to !== "clickhouse" && to !== "duckdb") {
    const what = to === undefined ? "the command does not say where to" : `there is no engine "${to}" to move to`;
    throw new UserError("COMMAND_INCOMPLETE", what, "write --to clickhouse or --to duckdb", "--to");
  }
  const workspace = workspaceFromArgs(args, environment);
  if (workspace.config.engine.kind === "duckdb") {
    const what = "broadsheet.yaml names no servers to move to or from";
    throw new UserError(
      "COMMAND_INCOMPLETE",
      what,
      "name them in engine, and set them up with broadsheet engine setup",
      "engine",
    );
  }
  return whileHeld(workspace, "move", args, environment, () =>
    withBoth(workspace, (stores) => moveAll(to, stores, args, environment)),
  );
};

async function withBoth<T>(workspace: Workspace, use: (stores: TwoStores) => Promise<T>): Promise<T> {
  const {store} = workspace;
  try {
    return await withChecked(workspace, ({cluster, catalogue: common, shared}) =>
      withFiles(workspace, ({catalogue: own, engine}) => use({store, engine, own, common, shared, cluster})),
    );
  } catch (cause) {
    throw asWriteFault(cause, store.folder) ?? cause;
  } finally {
    clearWork(store);
  }
}

async function moveAll(
  to: "clickhouse" | "duckdb",
  stores: TwoStores,
  args: ParsedArgs,
  environment: Environment,
): Promise<number> {
  const [from, move] = to === "clickhouse" ? [stores.own, moveToCluster] : [stores.common, moveToFiles];
  await moveClosings(to, stores);
  const moved: MovedInput[] = [];
  let refused = 0;
  for (const input of from.inputs()) {
    const one = await moveOne(input, move, stores, environment);
    if (one === null) refused++;
    else moved.push(one);
  }
  if (!isSet(args, "quiet")) environment.stderr.write(`${sumUp(to, moved, refused)}\n`);
  return refused > 0 ? 3 : 0;
}

/** One input that cannot be moved does not keep the others where they are. */
async function moveOne(
  input: InputRow,
  move: typeof moveToCluster,
  stores: TwoStores,
  environment: Environment,
): Promise<MovedInput | null> {
  try {
    return await move(input, stores);
  } catch (fault) {
    if (!(fault instanceof UserError && fault.code === "INPUT_UNREADABLE")) throw fault;
    printFault(
      new UserError(fault.code, fault.message, fault.advice ?? fault.help, visible(fault.where ?? "")),
      environment,
    );
    return null;
  }
}

function sumUp(to: "clickhouse" | "duckdb", all: readonly MovedInput[], refused: number): string {
  const moved = all.filter(({kind}) => kind === "moved");
  const lines = moved.reduce((sum, one) => sum + one.lines, 0);
  const known = all.length - moved.length;
  return [
    `Moved ${plural(lines, "line", "lines")} in ${plural(moved.length, "file", "files")}.`,
    ...(known > 0 ? [`${plural(known, "file was", "files were")} there before.`] : []),
    ...(refused > 0 ? [`${plural(refused, "file stays", "files stay")} where it was.`] : []),
    to === "clickhouse"
      ? "The files in store/ are as they were: keep them as a copy, or delete store/facts and store/catalogue.sqlite."
      : "The servers are as they were. To count from the files, write engine: {kind: duckdb} in broadsheet.yaml.",
  ].join(" ");
}
