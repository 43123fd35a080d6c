import type {FactStore} from "../../engine/fact-store.ts";
import type {SharedStore} from "../../intake/shared/store.ts";
import type {Catalogue} from "../../workspace/catalogue/catalogue.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/** A workspace that logs are read into. */
export interface OpenIntake {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  /**
   * Opens what reads these files, by whole paths; to be closed by whoever asks.
   *
   * @throws {UserError} ENGINE_FAILED, DISK_FULL or WORKSPACE_DENIED
   */
  readonly openReader: (files: readonly string[]) => Promise<FactStore>;
  /** Where facts go that several machines share; null where they stay in the workspace. */
  readonly shared: SharedStore | null;
}
