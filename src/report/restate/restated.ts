import type {Cause} from "./causes.ts";
import type {MovedPublished} from "./figures.ts";
import type {Basis, PublishedReport} from "./published.ts";

/** What became of a published report. */
export interface Restated {
  readonly publication: string;
  /** The one site that the report is of; null for all. */
  readonly site: string | null;
  readonly published: PublishedReport;
  /** Against what is in force: what was published, and what was restated since. */
  readonly moved: readonly MovedPublished[];
  /** What has changed since of what its figures rest on, whether or not it moved any. */
  readonly causes: readonly Cause[];
  readonly basis: Basis;
  /** The sentences that matter most, as they are in force and as they would be now. */
  readonly summary: {readonly before: readonly string[]; readonly after: readonly string[]};
}
