import {UserError} from "../../base/error.ts";
import {deleteLoads} from "../../engine/clickhouse/delete-loads.ts";
import {Journal} from "../../engine/clickhouse/journal.ts";
import {checkServers, checkTables, setupStatements} from "../../engine/clickhouse/schema.ts";
import type {ClusterConfig} from "../../workspace/config/engine.ts";
import {checkKey, clusterSchema, differencesOf, rulesOf} from "./cluster-rules.ts";
import type {Store} from "./store.ts";

/** What a set-up found and did. */
export interface SetupSummary {
  /** Were the servers set up before? */
  readonly wasSetUp: boolean;
  /** How the rules of now differ from those of before, as a person is told; empty where they are the same. */
  readonly differences: readonly string[];
  readonly shards: number;
}

/**
 * The statements that make the tables on a workspace's servers.
 *
 * @throws {UserError} COMMAND_INCOMPLETE where it names none.
 */
export function statementsOf(store: Store): readonly string[] {
  return setupStatements(serversOf(store).database);
}

/**
 * Makes what is missing on the servers that a workspace names, and says whose they are and by which rules they count.
 *
 * @throws {UserError} COMMAND_INCOMPLETE, ENGINE_FAILED, ENGINE_DENIED, ENGINE_UNPREPARED or ENGINE_OTHER_RULES
 */
export async function setupCluster(store: Store): Promise<SetupSummary> {
  const engine = serversOf(store);
  const statements = setupStatements(engine.database);
  const {clusterOf} = await import("./cluster.ts");
  const cluster = clusterOf(store, engine);
  try {
    await checkServers(cluster, store.now);
    await cluster.onEach(async (server) => {
      const tables = await server.rows(`select name from system.databases where name = '${engine.database}'`);
      // Who may not make a database may still use the one that is there.
      for (const statement of tables.length > 0 ? statements.slice(1) : statements) await server.run(statement);
    });
    await checkTables(cluster);
    await cluster.checkTogether();
    const book = new Journal(cluster);
    const [before, rules] = [await book.setup(), rulesOf(store.workspace)];
    const setup = {schema: clusterSchema, shards: cluster.servers.length, rules};
    if (before) checkKey(before, setup, cluster);
    const differences = before ? differencesOf(before.rules, rules) : [];
    const isAlike = before !== null && before.schema === clusterSchema && differences.length === 0;
    if (!isAlike) await book.writeSetup(setup);
    await deleteLoads(cluster, book);
    return {wasSetUp: before !== null, differences, shards: cluster.servers.length};
  } finally {
    await cluster.close();
  }
}

function serversOf({workspace: {config}}: Store): ClusterConfig {
  if (config.engine.kind !== "duckdb") return config.engine;
  const what = "this workspace keeps its requests in files of its own, which need no set-up";
  throw new UserError("COMMAND_INCOMPLETE", what, "name the servers in engine in broadsheet.yaml first", "engine");
}
