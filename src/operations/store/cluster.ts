import {resolve} from "node:path";
import {onStop} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {isCertificate} from "../../engine/clickhouse/certificate.ts";
import {Cluster} from "../../engine/clickhouse/cluster.ts";
import {ClickHouseEngine} from "../../engine/clickhouse/engine.ts";
import {Journal} from "../../engine/clickhouse/journal.ts";
import {checkServers, checkTables} from "../../engine/clickhouse/schema.ts";
import {SharedStore} from "../../intake/shared/store.ts";
import {unsealNames} from "../../workspace/address-book.ts";
import {Catalogue, type PartRow} from "../../workspace/catalogue/catalogue.ts";
import type {ClusterConfig} from "../../workspace/config/engine.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {checkRules, rulesOf} from "./cluster-rules.ts";
import type {OpenIntake} from "./intake.ts";
import type {Addresses, LocatedParts, OpenStore} from "./judge.ts";
import {memoryFor} from "./memory.ts";
import {withSpill} from "./spill.ts";
import type {Store} from "./store.ts";

/** The cluster that a workspace names, not yet spoken to. */
export function clusterOf({workspace: {folder}, env}: Store, config: ClusterConfig): Cluster {
  const {url, shards, cluster = null, database, user, certificate} = config;
  return new Cluster({
    urls: shards ?? [url!],
    cluster,
    database,
    user,
    password: passwordOf(folder, config, env),
    certificate: certificate === undefined ? null : readCertificate(resolve(folder, certificate)),
  });
}

function readCertificate(path: string): string {
  const text = readSecret(path);
  if (isCertificate(text)) return text;
  const what = "the file that engine.certificate names holds no certificate";
  throw new UserError("ENGINE_UNTRUSTED", what, "name a file that begins with -----BEGIN CERTIFICATE-----", path);
}

/** A password is in a file or in the environment: never in the settings, which people share, nor on a command line. */
function passwordOf(folder: string, {passwordFile, passwordEnv}: ClusterConfig, env: Store["env"]): string {
  if (passwordFile !== undefined) return readSecret(resolve(folder, passwordFile)).replace(/\r?\n$/, "");
  if (passwordEnv === undefined) return "";
  const password = env[passwordEnv];
  if (password !== undefined) return password;
  const what = `the environment has no ${passwordEnv}, which engine.passwordEnv names`;
  throw new UserError("ENGINE_DENIED", what, "set it, or name a passwordFile", passwordEnv);
}

function readSecret(path: string): string {
  const help = "check its name and who may read it";
  return readKeptFile(path, {code: "ENGINE_DENIED", name: "file", help, mostMegabytes: 1}).toString("utf8");
}

/** A cluster that is known to be the workspace's own, and what its book says. */
interface OpenCluster {
  readonly cluster: Cluster;
  readonly catalogue: Catalogue;
  readonly shared: SharedStore;
}

/**
 * Opens the cluster and what its book says, for as long as `use` takes.
 *
 * @throws {UserError} ENGINE_FAILED, ENGINE_DENIED, ENGINE_UNPREPARED or ENGINE_OTHER_RULES
 */
export async function withChecked<T>(
  store: Store,
  use: (open: OpenCluster) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const {workspace} = store;
  const cluster = clusterOf(store, workspace.config.engine as ClusterConfig);
  const letGo = onStop(signal, () => cluster.stop());
  const catalogue = Catalogue.open(":memory:");
  try {
    await checkServers(cluster, store.now);
    await checkTables(cluster);
    await cluster.checkTogether();
    checkRules(await new Journal(cluster).setup(), rulesOf(workspace), cluster);
    const shared = new SharedStore(cluster, catalogue);
    await shared.pull();
    return await use({cluster, catalogue, shared});
  } finally {
    letGo();
    catalogue.close();
    await cluster.close();
  }
}

/** Opens the cluster to be asked. */
export async function withCluster<T>(
  store: Store,
  use: (open: OpenStore) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const {workspace} = store;
  const open = async ({cluster, catalogue, shared}: OpenCluster): Promise<T> => {
    const engine = await ClickHouseEngine.open(cluster, memoryFor(store));
    const addresses: Addresses = {
      namesIn: async (book) => {
        const sealed = await shared.sealedBook(book);
        return sealed && unsealNames(sealed, {key: workspace.key, month: book.month, where: cluster.first.url});
      },
      close: (months, closedOn) => shared.closeMonths(months, closedOn),
    };
    try {
      // What was taken out before the report began to be made may go while it is.
      await shared.pull();
      return await use({workspace, catalogue, engine, locate: loadsOf, addresses});
    } finally {
      // What was made for the work goes, whatever stopped it.
      cluster.resume();
      await engine.close();
    }
  };
  return withChecked(store, open, signal);
}

/** The parts of a cluster are loads, by their ids. */
async function loadsOf(parts: readonly PartRow[]): Promise<LocatedParts> {
  return {
    facts: parts.map(({file}) => file),
    places: parts.flatMap(({places}) => places ?? []),
    factsFingerprint: null,
  };
}

/** Opens the cluster for logs to be read into it; they are read on this machine. */
export async function withClusterIntake<T>(
  store: Store,
  use: (open: OpenIntake) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const {workspace} = store;
  const open = ({catalogue, shared}: OpenCluster): Promise<T> =>
    withSpill(store, signal, (openReader) => use({workspace, catalogue, openReader, shared}));
  return withChecked(store, open, signal);
}
