import type {TableId} from "../../base/table-ids.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Names} from "../../methodology/judge/judgement.ts";
import type {SiteDescription} from "../../methodology/site/site.ts";
import type {Site} from "../../methodology/site/sites.ts";
import type {MeasuredFigures} from "../disclosure/figures.ts";
import type {PublishedBefore} from "../disclosure/published-before.ts";
import type {Span} from "../spans.ts";

/** Which tables are wanted, and what they need beside the requests. */
export interface TableRequest {
  /** The tables wanted, and how many rows of each: null for as many as it usually shows. */
  readonly rows: ReadonlyMap<TableId, number | null>;
  /** A row with fewer readers than this is not shown by itself. */
  readonly smallest: number;
  /** The period before, for its ranks; null where it has no logs. */
  readonly previous: Span | null;
  /** The publication's own sites; empty where they are to be found out. */
  readonly ownSites: readonly string[];
  /** What places were looked up in; empty where they were not. */
  readonly placesFrom: readonly string[];
}

/** A period before whose logs are of too few days to compare ranks with. */
export interface FewDays extends Span {
  readonly daysCovered: number;
  readonly days: number;
}

/** What a table is made from. */
export interface TableSource extends TableRequest {
  /** What was published of this and other periods. */
  readonly published: readonly PublishedBefore[];
  /** The figures of the report, without those that are not told. */
  readonly figures: readonly MeasuredFigures[];
  /** The period before, where ranks of it would say that nearly all is new; null elsewhere. */
  readonly fewBefore: FewDays | null;
  /** With `request` judged with details. */
  readonly engine: QueryEngine;
  /** From the judging. */
  readonly names: Names;
  readonly holdings: SiteDescription;
  /** The sites that are told apart; null where there is but one, or one alone is asked about. */
  readonly sites: readonly Site[] | null;
  readonly period: Span;
  /** How much the servers answered in the period, to whomever. */
  readonly served: {readonly requests: number; readonly bytes: number};
}
