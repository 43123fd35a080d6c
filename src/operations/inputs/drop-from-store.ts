import type {Catalogue} from "../../workspace/catalogue/catalogue.ts";
import type {Attendance} from "../listener.ts";
import {whileHeld} from "../store/hold.ts";
import {withCatalogue} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {type DropForecast, dropInputs, dropShared, forecastDrop, sortDrop} from "./drop.ts";
import {inputsNamed} from "./list.ts";

/** What would be lost if inputs were taken out. */
export interface DropPlan {
  readonly forecast: DropForecast;
  /** How many of those that were named are out of the servers already. */
  readonly before: number;
  /** Names of files of which nothing could be read: no report is to say so any more. */
  readonly unread: readonly string[];
}

/** What became of inputs that were taken out. */
export interface DropSummary extends DropPlan {
  /** Do the servers delete their rows? Not while a report is being made that may read them. Null where there are no servers. */
  readonly isDeleted: boolean | null;
}

/**
 * What would be lost if inputs were taken out of a workspace? Changes nothing.
 *
 * @param names As they were read, or the first digits of their hashes.
 * @throws {UserError} INPUT_UNKNOWN
 */
export async function planDrop(store: Store, names: readonly string[]): Promise<DropPlan> {
  const {workspace} = store;
  if (!isOnServers(store)) {
    return withCatalogue(store, (catalogue) => {
      const {own, unread} = sortUnread(names, catalogue);
      return {forecast: forecastDrop(inputsNamed(own, catalogue.inputs()), workspace, catalogue), before: 0, unread};
    });
  }
  const {withChecked} = await import("../store/cluster.ts");
  return withChecked(store, async ({catalogue, shared}) => {
    const {own, unread} = sortUnread(names, catalogue);
    const {words, before} = sortDrop(own, catalogue, shared.gone);
    return {forecast: forecastDrop(inputsNamed(words, catalogue.inputs()), workspace, catalogue), before, unread};
  });
}

/**
 * Takes inputs out of a workspace.
 *
 * @throws {UserError} INPUT_UNKNOWN where one has grown meanwhile, and is another one now; WORKSPACE_BUSY, ENGINE_…
 */
export async function dropFromStore(
  store: Store,
  plan: DropPlan,
  options: Attendance & {readonly waitSeconds?: number} = {},
): Promise<DropSummary> {
  const hashes = plan.forecast.inputs.map(({sha256}) => sha256);
  const act = async (): Promise<boolean | null> => {
    if (!isOnServers(store)) {
      await withCatalogue(store, (catalogue) => {
        dropInputs(inputsNamed(hashes, catalogue.inputs()), store.workspace.store, catalogue);
        catalogue.leftOut.noteUnread([], plan.unread);
      });
      return null;
    }
    const {withChecked} = await import("../store/cluster.ts");
    return withChecked(store, async ({cluster, shared}) => {
      await shared.noteUnread([], plan.unread);
      return dropShared(hashes, cluster, shared);
    });
  };
  return {...plan, isDeleted: await whileHeld(store, "inputs drop", options, act)};
}

/** Which of the names are of inputs, and which of files alone of which nothing could be read? */
function sortUnread(
  names: readonly string[],
  catalogue: Catalogue,
): {readonly own: readonly string[]; readonly unread: readonly string[]} {
  const inputs = catalogue.inputs();
  const never = new Set(catalogue.leftOut.unread().map(({name}) => name));
  const unread = names.filter((name) => never.has(name) && !inputs.some((input) => input.name === name));
  return {own: names.filter((name) => !unread.includes(name)), unread};
}

function isOnServers({workspace}: Store): boolean {
  return workspace.config.engine.kind !== "duckdb";
}
