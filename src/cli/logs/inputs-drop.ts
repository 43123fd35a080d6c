import {UserError} from "../../base/error.ts";
import {dropInputs, forecastDrop} from "../../operations/inputs/drop.ts";
import {inputsNamed} from "../../operations/inputs/list.ts";
import {renderDropped, renderForecast} from "../../render/views/drop-forecast.ts";
import {confirmOn} from "../check-networks.ts";
import {isSet, type Run} from "../command.ts";
import {whileHeld} from "../hold.ts";
import {withCatalogue, workspaceFromArgs} from "../open.ts";

/** `broadsheet inputs drop`: takes out what was read. */
export const runInputsDrop: Run = async (args, environment) => {
  const workspace = workspaceFromArgs(args, environment);
  if (workspace.config.engine.kind !== "duckdb") throw notOnServers();
  // Before the workspace is held: a question may wait for its answer for long.
  const forecast = await withCatalogue(workspace, (catalogue) => {
    return forecastDrop(inputsNamed(args.words, catalogue.inputs()), workspace, catalogue);
  });
  const isQuiet = isSet(args, "quiet");
  if (!isQuiet || !isSet(args, "yes")) environment.stderr.write(`${renderForecast(forecast).join("\n")}\n`);
  if (!isSet(args, "yes") && !(await confirmOn(environment)?.("Take it out?"))) throw notMeant();
  const hashes = forecast.inputs.map(({sha256}) => sha256);
  return whileHeld(workspace, "inputs drop", args, environment, () =>
    withCatalogue(workspace, (catalogue) => {
      // Anew: one of them may have grown since, and is another one now.
      dropInputs(inputsNamed(hashes, catalogue.inputs()), workspace.store, catalogue);
      if (!isQuiet) environment.stdout.write(`${renderDropped(forecast)}\n`);
      return 0;
    }),
  );
};

function notMeant(): UserError {
  return new UserError(
    "COMMAND_INCOMPLETE",
    "nothing was taken out: nobody said that it is meant",
    "say so with --yes",
    "--yes",
  );
}

function notOnServers(): UserError {
  return new UserError(
    "COMMAND_INCOMPLETE",
    "inputs can be taken out of a workspace's own files, and these requests are on servers",
    "move them here with broadsheet engine move --to duckdb, take it out, set up a new database and move them back",
    "engine",
  );
}
