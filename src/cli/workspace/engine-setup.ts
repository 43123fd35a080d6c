import {type SetupSummary, setupCluster, statementsOf} from "../../operations/store/setup.ts";
import {isSet, type Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";

/** `broadsheet engine setup`: makes what is missing on the servers, and says whose they are and by which rules they count. */
export const runEngineSetup: Run = async (args, environment) => {
  const store = storeFromArgs(args, environment);
  const statements = statementsOf(store);
  if (isSet(args, "dryRun")) {
    environment.stdout.write(statements.map((statement) => `${statement};\n`).join("\n"));
    return 0;
  }
  const summary = await setupCluster(store);
  if (!isSet(args, "quiet")) environment.stderr.write(`${sentenceFor(summary)}\n`);
  return 0;
};

function sentenceFor({wasSetUp, differences, shards}: SetupSummary): string {
  const where = shards === 1 ? "on one server" : `on ${shards} shards`;
  if (!wasSetUp)
    return `Set up ${where}. Every machine that shares it needs the same broadsheet.yaml, lists and store/key.`;
  if (differences.length === 0) return `Set up ${where} already, for these rules; nothing was changed.`;
  return `Set up ${where} for new rules, which every other machine needs now: ${differences.join(", ")}.`;
}
