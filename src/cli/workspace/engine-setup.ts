import {UserError} from "../../base/error.ts";
import {deleteLoads} from "../../engine/clickhouse/delete-loads.ts";
import {Journal} from "../../engine/clickhouse/journal.ts";
import {checkServers, checkTables, setupStatements} from "../../engine/clickhouse/schema.ts";
import {checkKey, clusterSchema, differencesOf, rulesOf} from "../../operations/store/cluster-rules.ts";
import {isSet, type Run} from "../command.ts";
import {workspaceFromArgs} from "../open.ts";
import {clusterOf} from "../open-cluster.ts";

/** `broadsheet engine setup`: makes what is missing on the servers, and says whose they are and by which rules they count. */
export const runEngineSetup: Run = async (args, environment) => {
  const workspace = workspaceFromArgs(args, environment);
  const {engine} = workspace.config;
  if (engine.kind === "duckdb") {
    const what = "this workspace keeps its requests in files of its own, which need no set-up";
    throw new UserError("COMMAND_INCOMPLETE", what, "name the servers in engine in broadsheet.yaml first", "engine");
  }
  const statements = setupStatements(engine.database);
  if (isSet(args, "dryRun")) {
    environment.stdout.write(statements.map((statement) => `${statement};\n`).join("\n"));
    return 0;
  }
  const cluster = clusterOf(workspace, engine);
  try {
    await checkServers(cluster, environment.now);
    await cluster.onEach(async (server) => {
      const tables = await server.rows(`select name from system.databases where name = '${engine.database}'`);
      // Who may not make a database may still use the one that is there.
      for (const statement of tables.length > 0 ? statements.slice(1) : statements) await server.run(statement);
    });
    await checkTables(cluster);
    await cluster.checkTogether();
    const book = new Journal(cluster);
    const [before, rules] = [await book.setup(), rulesOf(workspace)];
    const setup = {schema: clusterSchema, shards: cluster.servers.length, rules};
    if (before) checkKey(before, setup, cluster);
    const different = before ? differencesOf(before.rules, rules) : [];
    const isAlike = before !== null && before.schema === clusterSchema && different.length === 0;
    if (!isAlike) await book.writeSetup(setup);
    await deleteLoads(cluster, book);
    if (!isSet(args, "quiet"))
      environment.stderr.write(`${sentenceFor(before !== null, different, cluster.servers.length)}\n`);
    return 0;
  } finally {
    await cluster.close();
  }
};

function sentenceFor(wasSetUp: boolean, different: readonly string[], shards: number): string {
  const where = shards === 1 ? "on one server" : `on ${shards} shards`;
  if (!wasSetUp)
    return `Set up ${where}. Every machine that shares it needs the same broadsheet.yaml, lists and store/key.`;
  if (different.length === 0) return `Set up ${where} already, for these rules; nothing was changed.`;
  return `Set up ${where} for new rules, which every other machine needs now: ${different.join(", ")}.`;
}
