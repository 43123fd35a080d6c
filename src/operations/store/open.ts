import {statSync} from "node:fs";
import {basename, join} from "node:path";
import {isStopped, onStop} from "../../base/ending/stopping.ts";
import {programSha256} from "../../base/program.ts";
import {DuckDbEngine} from "../../engine/duckdb/engine.ts";
import {clearBooks} from "../../intake/leftovers.ts";
import {openNames} from "../../workspace/address-book.ts";
import {Catalogue, type PartRow} from "../../workspace/catalogue/catalogue.ts";
import {checkFiles, type StoredFile} from "../../workspace/checked-files.ts";
import {asStoreFault} from "../../workspace/store-fault.ts";
import {storedFiles} from "../../workspace/stored-files.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {OpenIntake} from "./intake.ts";
import type {Addresses, LocatedParts, OpenStore} from "./judge.ts";
import {memoryFor} from "./memory.ts";
import {withSpill} from "./spill.ts";
import type {Store} from "./store.ts";

/** A workspace whose facts are its own files: logs are read into it, and it answers questions. */
export interface OpenWorkspace extends OpenStore, OpenIntake {
  readonly engine: DuckDbEngine;
}

/** Opens what answers questions about a workspace for as long as `use` takes: its own files, or the cluster that it names. */
export async function withStore<T>(
  store: Store,
  use: (open: OpenStore) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const {workspace} = store;
  if (workspace.config.engine.kind === "duckdb") {
    return withFiles(store, use, {retained: workspace.store.retained, signal});
  }
  const {withCluster} = await import("./cluster.ts");
  return withCluster(store, use, signal);
}

/** Opens what logs are read into, for as long as `use` takes. */
export async function withIntake<T>(
  store: Store,
  use: (open: OpenIntake) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const {workspace} = store;
  if (workspace.config.engine.kind !== "duckdb") {
    const {withClusterIntake} = await import("./cluster.ts");
    return withClusterIntake(store, use, signal);
  }
  const catalogue = Catalogue.open(workspace.store.catalogue, workspace.key);
  try {
    return await withSpill(store, signal, (openReader) => use({workspace, catalogue, openReader, shared: null}));
  } finally {
    catalogue.close();
  }
}

/** Opens what was read, without an engine to ask. */
export async function withCatalogue<T>(store: Store, use: (catalogue: Catalogue) => T): Promise<T> {
  const {workspace} = store;
  if (workspace.config.engine.kind !== "duckdb") {
    const {withChecked} = await import("./cluster.ts");
    return withChecked(store, async ({catalogue}) => use(catalogue));
  }
  const catalogue = Catalogue.open(workspace.store.catalogue, workspace.key);
  try {
    return use(catalogue);
  } finally {
    catalogue.close();
  }
}

/**
 * Opens catalogue and engine over the workspace's own files, and clears away what the engine spilt.
 *
 * @param options `retained`: folder for what one report leaves for the next; null for nothing.
 */
export async function withFiles<T>(
  store: Store,
  use: (open: OpenWorkspace) => Promise<T>,
  {retained = null, signal}: {readonly retained?: string | null; readonly signal?: AbortSignal | undefined} = {},
): Promise<T> {
  const {workspace} = store;
  const {store: paths, key} = workspace;
  const catalogue = Catalogue.open(paths.catalogue, key);
  try {
    return await withSpill(store, signal, async (openReader, spill) => {
      const engine = await DuckDbEngine.open(spill, {
        folders: [paths.facts, paths.work],
        retained,
        memoryBytes: memoryFor(store),
      });
      const letGo = onStop(signal, () => engine.stop());
      const asked = new Map<string, StoredFile>();
      try {
        const locate = async (parts: readonly PartRow[]): Promise<LocatedParts> => {
          const files = storedFiles(parts, paths, catalogue);
          for (const file of files) asked.set(file.path, file);
          await checkFiles(files, paths);
          const [facts, places] = (["facts", "places"] as const).map((kind) => pathsOf(files, kind));
          return {facts: facts!, places: places!, factsFingerprint: retained === null ? null : () => knownBy(facts!)};
        };
        const addresses = addressesIn(workspace, catalogue);
        return await use({workspace, catalogue, engine, openReader, shared: null, locate, addresses});
      } catch (fault) {
        throw isStopped(fault) ? fault : asStoreFault(fault, [...asked.values()], catalogue);
      } finally {
        letGo();
        await engine.close();
      }
    });
  } finally {
    catalogue.close();
  }
}

function addressesIn({store, key}: Workspace, catalogue: Catalogue): Addresses {
  return {
    namesIn: async ({file, month}) => openNames(join(store.addresses, file), key, month),
    close: async (months, closedOn) => {
      catalogue.closeMonths(months, closedOn);
      // Again where a close was interrupted between the two.
      clearBooks(store, catalogue);
    },
  };
}

function pathsOf(files: readonly StoredFile[], kind: StoredFile["holds"]): string[] {
  return files.filter(({holds}) => holds === kind).map(({path}) => path);
}

/** Files of facts are written once; one that was put in another's place shows in its size or its time. */
function knownBy(facts: readonly string[]): string {
  const files = facts.map((file) => {
    const {size, mtimeMs} = statSync(file);
    return [basename(file), size, mtimeMs];
  });
  return JSON.stringify([programSha256(), files]);
}
