import {statSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import {UserError} from "../base/error.ts";
import {isDay, type Period, parsePeriod} from "../base/period.ts";
import {programSha256} from "../base/program.ts";
import {dayAt} from "../base/zone.ts";
import {DuckDbEngine} from "../engine/duckdb/engine.ts";
import type {OpenIntake} from "../operations/store/intake.ts";
import type {Addresses, LocatedParts, OpenStore} from "../operations/store/judge.ts";
import {openNames} from "../workspace/address-book.ts";
import {Catalogue, type PartRow} from "../workspace/catalogue/catalogue.ts";
import {checkFiles, type StoredFile} from "../workspace/checked-files.ts";
import {asStoreFault} from "../workspace/store-fault.ts";
import {storedFiles} from "../workspace/stored-files.ts";
import {findWorkspace, openWorkspace, type Workspace} from "../workspace/workspace.ts";
import {type ParsedArgs, textOption} from "./command.ts";
import type {Environment} from "./environment.ts";
import {memoryFor} from "./memory.ts";
import {withSpill} from "./spill.ts";

/** A workspace whose facts are its own files: logs are read into it, and it answers questions. */
export interface OpenWorkspace extends OpenStore, OpenIntake {
  readonly engine: DuckDbEngine;
}

/** The workspace that the command line means. */
export function workspaceFromArgs(args: ParsedArgs, {cwd}: Environment): Workspace {
  const named = textOption(args, "folder");
  return openWorkspace(named === undefined ? findWorkspace(cwd) : resolve(cwd, named));
}

/** Opens what answers questions about a workspace for as long as `use` takes: its own files, or the cluster that it names. */
export async function withOpen<T>(workspace: Workspace, use: (open: OpenStore) => Promise<T>): Promise<T> {
  if (workspace.config.engine.kind === "duckdb") return withFiles(workspace, use, workspace.store.retained);
  const {withCluster} = await import("./open-cluster.ts");
  return withCluster(workspace, use);
}

/** Opens what logs are read into, for as long as `use` takes. */
export async function withIntake<T>(workspace: Workspace, use: (open: OpenIntake) => Promise<T>): Promise<T> {
  if (workspace.config.engine.kind !== "duckdb") {
    const {withClusterIntake} = await import("./open-cluster.ts");
    return withClusterIntake(workspace, use);
  }
  const catalogue = Catalogue.open(workspace.store.catalogue, workspace.key);
  try {
    return await withSpill(workspace, (openReader) => use({workspace, catalogue, openReader, shared: null}));
  } finally {
    catalogue.close();
  }
}

/** Opens what was read, without an engine to ask. */
export async function withCatalogue<T>(workspace: Workspace, use: (catalogue: Catalogue) => T): Promise<T> {
  if (workspace.config.engine.kind !== "duckdb") return withIntake(workspace, async ({catalogue}) => use(catalogue));
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
 * @param retained Folder for what one report leaves for the next; null for nothing.
 */
export async function withFiles<T>(
  workspace: Workspace,
  use: (open: OpenWorkspace) => Promise<T>,
  retained: string | null = null,
): Promise<T> {
  const {store} = workspace;
  const catalogue = Catalogue.open(store.catalogue, workspace.key);
  try {
    return await withSpill(workspace, async (openReader, spill) => {
      const engine = await DuckDbEngine.open(spill, {
        folders: [store.facts, store.work],
        retained,
        memoryBytes: memoryFor(workspace.config),
      });
      const asked = new Map<string, StoredFile>();
      try {
        const locate = async (parts: readonly PartRow[]): Promise<LocatedParts> => {
          const files = storedFiles(parts, store, catalogue);
          for (const file of files) asked.set(file.path, file);
          await checkFiles(files, store);
          const [facts, places] = (["facts", "places"] as const).map((kind) => pathsOf(files, kind));
          return {facts: facts!, places: places!, factsFingerprint: retained === null ? null : () => knownBy(facts!)};
        };
        const addresses = addressesIn(workspace, catalogue);
        return await use({workspace, catalogue, engine, openReader, shared: null, locate, addresses});
      } catch (fault) {
        throw asStoreFault(fault, [...asked.values()], catalogue);
      } finally {
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
      const {clearBooks} = await import("../intake/ingest.ts");
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

/** The period that was typed, `last-month` seen from the publication's own clock. */
export function periodFromArgs(text: string, timeZone: string, {now}: Environment): Period {
  return parsePeriod(text, dayAt(now(), timeZone));
}

/** The report's date where one was typed. */
export function dateFromArgs(args: ParsedArgs): string | null {
  const text = textOption(args, "date");
  if (text === undefined || isDay(text)) return text ?? null;
  throw new UserError("PERIOD_UNREADABLE", `"${text}" is not a day`, "write it like 2006-01-31", "--date");
}
