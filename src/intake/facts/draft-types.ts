import type {FactStore} from "../../engine/fact-store.ts";
import type {Quarantine} from "../../workspace/quarantined.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {SealedNames} from "../clients/seal.ts";
import type {ClientCounts} from "../line/client-counts.ts";
import type {ReadingPlan} from "../line/input-lines.ts";
import type {PlaceFinder} from "../places/finder.ts";
import type {ChunkPool} from "../scanner/pool.ts";

/** A file of facts that does not count yet. */
export interface Facts {
  readonly file: string;
  readonly lines: number;
  readonly requests: number;
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
}

/** Facts, and what became of the lines that are none. */
export interface Draft extends Facts {
  /** File that says where the readers are; null where they were not looked up, or there are none. */
  readonly places: string | null;
  /** Files that say who the readers are, sealed; empty where that is not kept. */
  readonly books: readonly SealedNames[];
  /** Months with requests whose addresses are not kept any more. */
  readonly closedMonths: readonly string[];
  readonly ignored: number;
  readonly quarantined: Quarantine;
  /** How many lines had something before them that is no part of them, by its name. */
  readonly passedOver: ReadonlyMap<string, number>;
  readonly clients: ClientCounts;
}

/** What turns lines into facts. */
export interface DraftContext {
  readonly engine: FactStore;
  readonly workspace: Workspace;
  readonly plan: ReadingPlan;
  /** Instant in seconds; a line dated later than that is refused. */
  readonly latest: number;
  /** Null where nobody asks where readers are. */
  readonly places: PlaceFinder | null;
  /** Months whose addresses are not kept; null where none are. */
  readonly closedMonths: ReadonlySet<string> | null;
  readonly pool: ChunkPool;
  /** Stops the work between two pieces of the input. */
  readonly signal?: AbortSignal | undefined;
}
