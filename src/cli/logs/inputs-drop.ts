import {UserError} from "../../base/error.ts";
import {type DropForecast, dropInputs, dropShared, forecastDrop, sortDrop} from "../../operations/inputs/drop.ts";
import {inputsNamed} from "../../operations/inputs/list.ts";
import {renderDropped, renderForecast, renderSharedDrop} from "../../render/views/drop-forecast.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {confirmOn} from "../check-networks.ts";
import {isSet, type ParsedArgs, type Run} from "../command.ts";
import type {Environment} from "../environment.ts";
import {whileHeld} from "../hold.ts";
import {withCatalogue, workspaceFromArgs} from "../open.ts";
import {withChecked} from "../open-cluster.ts";

/** `broadsheet inputs drop`: takes out what was read. */
export const runInputsDrop: Run = async (args, environment) => {
  const workspace = workspaceFromArgs(args, environment);
  if (workspace.config.engine.kind !== "duckdb") return dropOnServers(workspace, args, environment);
  // Before the workspace is held: a question may wait for its answer for long.
  const forecast = await withCatalogue(workspace, (catalogue) => {
    return forecastDrop(inputsNamed(args.words, catalogue.inputs()), workspace, catalogue);
  });
  await confirm(forecast, args, environment);
  const isQuiet = isSet(args, "quiet");
  const hashes = hashesOf(forecast);
  return whileHeld(workspace, "inputs drop", args, environment, () =>
    withCatalogue(workspace, (catalogue) => {
      // Anew: one of them may have grown since, and is another one now.
      dropInputs(inputsNamed(hashes, catalogue.inputs()), workspace.store, catalogue);
      if (!isQuiet) environment.stdout.write(`${renderDropped(forecast)}\n`);
      return 0;
    }),
  );
};

async function dropOnServers(workspace: Workspace, args: ParsedArgs, environment: Environment): Promise<number> {
  const [forecast, before] = await withChecked(workspace, async ({catalogue, shared}) => {
    const named = sortDrop(args.words, catalogue, shared.gone);
    return [forecastDrop(inputsNamed(named.words, catalogue.inputs()), workspace, catalogue), named.before] as const;
  });
  // What is out needs nobody's word any more.
  if (forecast.inputs.length > 0) await confirm(forecast, args, environment);
  return whileHeld(workspace, "inputs drop", args, environment, () =>
    withChecked(workspace, async ({cluster, shared}) => {
      const isDeleted = await dropShared(hashesOf(forecast), cluster, shared);
      if (!isSet(args, "quiet")) environment.stdout.write(`${renderSharedDrop(forecast, {before, isDeleted})}\n`);
      return 0;
    }),
  );
}

/** @throws {UserError} COMMAND_INCOMPLETE where nobody says that it is meant. */
async function confirm(forecast: DropForecast, args: ParsedArgs, environment: Environment): Promise<void> {
  const isMeant = isSet(args, "yes");
  if (!isSet(args, "quiet") || !isMeant) environment.stderr.write(`${renderForecast(forecast).join("\n")}\n`);
  if (!isMeant && !(await confirmOn(environment)?.("Take it out?"))) throw notMeant();
}

function hashesOf({inputs}: DropForecast): string[] {
  return inputs.map(({sha256}) => sha256);
}

function notMeant(): UserError {
  return new UserError(
    "COMMAND_INCOMPLETE",
    "nothing was taken out: nobody said that it is meant",
    "say so with --yes",
    "--yes",
  );
}
