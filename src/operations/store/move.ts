import {advise} from "../../base/advice.ts";
import {checkRunning, untilStopped} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {type MovedInput, moveClosings, moveToCluster, moveToFiles, type TwoStores} from "../../intake/move.ts";
import type {Attendance} from "../listener.ts";
import {whileHeld} from "./hold.ts";
import {withFiles} from "./open.ts";
import type {Store} from "./store.ts";
import {withWorkFolder} from "./work-folder.ts";

/** What became of everything that was read. */
export interface MoveSummary {
  readonly moved: readonly MovedInput[];
  /** Inputs that stay where they are, and why. */
  readonly refused: readonly UserError[];
}

/**
 * Takes what was read from the workspace's own files to the servers that it names, or back. Nothing is taken away where it was.
 *
 * @param options `waitSeconds`: how long another is waited for that is at work on the workspace.
 * @throws {UserError} COMMAND_INCOMPLETE where no servers are named; ENGINE_…, WORKSPACE_BUSY, WORKSPACE_DAMAGED, ABORTED
 */
export async function moveStore(
  store: Store,
  to: "clickhouse" | "duckdb",
  options: Attendance & {readonly waitSeconds?: number} = {},
): Promise<MoveSummary> {
  const {store: paths, config} = store.workspace;
  if (config.engine.kind === "duckdb") {
    const what = "broadsheet.yaml names no servers to move to or from";
    throw new UserError("COMMAND_INCOMPLETE", what, advise("name-servers"), "engine");
  }
  const {signal} = options;
  const move = async (): Promise<MoveSummary> => {
    const {withChecked} = await import("./cluster.ts");
    return withChecked(
      store,
      ({cluster, catalogue: common, shared}) =>
        withFiles(
          store,
          ({catalogue: own, engine}) => moveAll(to, {store: paths, engine, own, common, shared, cluster}, options),
          {signal},
        ),
      signal,
    );
  };
  return whileHeld(store, "move", options, () => withWorkFolder(paths, move));
}

async function moveAll(
  to: "clickhouse" | "duckdb",
  stores: TwoStores,
  {listener, signal}: Attendance,
): Promise<MoveSummary> {
  const [from, move] = to === "clickhouse" ? [stores.own, moveToCluster] : [stores.common, moveToFiles];
  const moved: MovedInput[] = [];
  const refused: UserError[] = [];
  const say = () =>
    `moving was stopped: ${plural(moved.length, "file is", "files are")} there, the others where they were`;
  return untilStopped(signal, say, async () => {
    await moveClosings(to, stores);
    for (const input of from.inputs()) {
      checkRunning(signal);
      try {
        moved.push(await move(input, stores));
      } catch (fault) {
        // One input that cannot be moved does not keep the others where they are.
        if (!(fault instanceof UserError && fault.code === "INPUT_UNREADABLE")) throw fault;
        refused.push(fault);
        listener?.notice?.({about: "not-moved", fault});
      }
    }
    return {moved, refused};
  });
}
