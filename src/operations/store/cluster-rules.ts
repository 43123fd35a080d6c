import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {sha256} from "../../base/sha256.ts";
import type {Cluster} from "../../engine/clickhouse/cluster.ts";
import type {Setup} from "../../engine/clickhouse/journal.ts";
import {hashMethodology, resolveMethodology, sealedLists} from "../../methodology/resolve.ts";
import {robotListVersions} from "../../methodology/robots/match.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/** One higher whenever an older Broadsheet could not read what a newer one writes into a cluster. */
export const clusterSchema = 3;

/**
 * What has to be the same on every machine that shares a cluster: by a name that a person knows, a word or a hash.
 *
 * The key is there by a hash of it, which leads to no key.
 */
export function rulesOf({key, config, folder}: Workspace): Record<string, string> {
  const methodology = resolveMethodology({config, folder, key});
  const {robots, blacklist, ...rest} = methodology;
  const {aliasesSha256, naming} = readHoldings(config, folder);
  const lists = robotListVersions(robots.lists).map(({name, sha256}) => [`list of robots ${name}`, sha256]);
  return {
    "key of the workspace": sha256(`broadsheet cluster ${key}`),
    "time zone": config.timeZone,
    methodology: sha256(plain({...rest, robots: {...robots, lists: []}}, key)),
    blacklist: sha256(plain({blacklist}, key)),
    ...Object.fromEntries(lists),
    "all rules together": hashMethodology(methodology, {aliasesSha256, naming, key}),
  };
}

/**
 * Is this machine's workspace the one that the cluster was set up for?
 *
 * @throws {UserError} ENGINE_UNPREPARED before a set-up, ENGINE_OTHER_RULES with what differs.
 */
export function checkRules(setup: Setup | null, own: Readonly<Record<string, string>>, cluster: Cluster): void {
  const where = cluster.first.url;
  if (setup === null) {
    const what = "the cluster was not set up, or its set-up was cut off";
    throw new UserError("ENGINE_UNPREPARED", what, advise("set-up-servers"), where);
  }
  if (setup.schema > clusterSchema) {
    const what = `a newer Broadsheet set the cluster up (tables ${setup.schema}, this one knows ${clusterSchema})`;
    throw new UserError("ENGINE_UNPREPARED", what, "update Broadsheet on this machine", where);
  }
  if (setup.schema < clusterSchema) {
    const what = `an older Broadsheet set the cluster up (tables ${setup.schema}, this one writes ${clusterSchema})`;
    throw new UserError("ENGINE_UNPREPARED", what, advise("set-up-servers"), where);
  }
  checkKey(setup, {shards: cluster.servers.length, rules: own}, cluster);
  const different = differencesOf(setup.rules, own);
  if (different.length === 0) return;
  const what = `this machine has other rules than the cluster was set up for: ${different.join(", ")}`;
  const help = advise("share-rules");
  throw new UserError("ENGINE_OTHER_RULES", what, help, where);
}

/**
 * Are the readers of the cluster this workspace's, and where this workspace looks for them?
 *
 * @throws {UserError} ENGINE_OTHER_RULES; no set-up can bring this in order.
 */
export function checkKey(setup: Setup, own: Pick<Setup, "shards" | "rules">, cluster: Cluster): void {
  const where = cluster.first.url;
  if (setup.shards !== own.shards) {
    const what = `the cluster was set up with ${setup.shards} shards, and broadsheet.yaml names ${own.shards}`;
    const help = "name as many, or move to duckdb, set the cluster up anew and move back";
    throw new UserError("ENGINE_OTHER_RULES", what, help, where);
  }
  const key = "key of the workspace";
  if (setup.rules[key] !== own.rules[key]) {
    const what = "the database belongs to another workspace: its readers are hashed with another key";
    const help = "copy store/key from a machine of that workspace, or name another database in engine.database";
    throw new UserError("ENGINE_OTHER_RULES", what, help, where);
  }
}

/** What differs, each with the beginnings of both values: theirs first. */
export function differencesOf(
  theirs: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(own)])].filter(
    (name) => theirs[name] !== own[name],
  );
  const told = names.length > 1 ? names.filter((name) => name !== "all rules together") : names;
  return told.map((name) => `${name} (there ${short(theirs[name])}, here ${short(own[name])})`);
}

function short(value: string | undefined): string {
  if (value === undefined) return "none";
  return /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 8) : value;
}

function plain(value: unknown, key: string): string {
  return JSON.stringify(value, (name, one) => sealedLists(name, one, key));
}
