import type {DuckDbEngine} from "../engine/duckdb.ts";
import type {SharedStore} from "../intake/shared-store.ts";
import type {Catalogue} from "../workspace/catalogue.ts";
import type {Workspace} from "../workspace/workspace.ts";

/** A workspace that logs are read into. */
export interface OpenIntake {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly engine: DuckDbEngine;
  /** Where facts go that several machines share; null where they stay in the workspace. */
  readonly shared: SharedStore | null;
}
