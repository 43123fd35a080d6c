import {z} from "zod";
import {idText, parseAnswer} from "./answers.ts";
import {idLiteral} from "./bind.ts";
import type {Cluster} from "./cluster.ts";
import type {Journal} from "./journal.ts";
import {clusterTables} from "./schema.ts";
import type {Server} from "./server.ts";

/** More of them make a statement longer than a server reads. */
const loadsAtOnce = 1000;

const sealed = "sealed";

/** Tables with rows of loads that reports read; none reads who the readers are, which is sealed. */
const tables = clusterTables.filter(({name, columns}) => "load" in columns && name !== sealed).map(({name}) => name);

/**
 * Deletes what counts no more: loads that were sent and never entered, and those of inputs that were taken out. The servers do it when
 * they find time.
 *
 * What says that they do not count stands in the journal; where this is cut off, the next one does the rest.
 *
 * @returns Is nothing left? False where a report is being made that began before and may read rows of what was taken out.
 */
export async function deleteLoads(cluster: Cluster, journal: Journal): Promise<boolean> {
  const {abandoned, dropped} = await journal.uncounted();
  await deleteFrom(cluster, [...tables, sealed], abandoned);
  await deleteFrom(cluster, [sealed], dropped);
  if (dropped.length === 0) return true;
  // Asked for after the journal was written: a report that begins now knows what was taken out.
  if (await cluster.isReporting()) return (await loadsIn(cluster, dropped)) === 0;
  await deleteFrom(cluster, tables, dropped);
  return true;
}

async function deleteFrom(cluster: Cluster, names: readonly string[], loads: readonly string[]): Promise<void> {
  await eachOf(cluster, names, loads, async (server, table, ids) => {
    // A statement that finds nothing would still go through all of the table.
    const there = await loadsThere(server, table, ids);
    if (there.length > 0) await server.run(`alter table ${table} delete where load in (${listed(there)})`);
  });
}

async function loadsIn(cluster: Cluster, loads: readonly string[]): Promise<number> {
  let count = 0;
  await eachOf(cluster, tables, loads, async (server, table, ids) => {
    count += (await loadsThere(server, table, ids)).length;
  });
  return count;
}

async function eachOf(
  cluster: Cluster,
  names: readonly string[],
  loads: readonly string[],
  act: (server: Server, table: string, ids: readonly string[]) => Promise<void>,
): Promise<void> {
  await cluster.onEach(async (server) => {
    for (const name of names) {
      for (let from = 0; from < loads.length; from += loadsAtOnce) {
        await act(server, cluster.named(name), loads.slice(from, from + loadsAtOnce));
      }
    }
  });
}

async function loadsThere(server: Server, table: string, ids: readonly string[]): Promise<string[]> {
  const rows = await server.rows(`select distinct toString(load) as id from ${table} where load in (${listed(ids)})`);
  return parseAnswer(z.array(z.object({id: idText})), rows, "loads", server.url).map(({id}) => id);
}

function listed(ids: readonly string[]): string {
  return ids.map(idLiteral).join(", ");
}
