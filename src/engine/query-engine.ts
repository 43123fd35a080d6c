import type {Aliases, AnswerName, QuestionOf, RelationName, TableName} from "./relations/all.ts";
import type {Params, Row, TableWriter} from "./values.ts";

/** Where questions are answered. What stands behind it holds facts that TypeScript never sees row by row. */
export interface QueryEngine {
  /** The rows that `sql/<question>.sql` answers with. */
  ask(question: string, params?: Params): Promise<Row[]>;
  /** Calls `see` with each batch of an answer's rows; for answers that may be long. */
  askInBatches(question: string, see: (rows: Row[]) => void | Promise<void>): Promise<void>;
  /** Calls `see` with each batch of an answer's texts; for answers of one column that may be long. */
  askTexts(question: string, see: (texts: readonly string[]) => void, params?: Params): Promise<void>;
  /** Keeps the answer under a name that later questions may use, until the engine closes. */
  keep<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params?: Params): Promise<void>;
  /** Keeps the answer as {@link keep} does, with a column more: `number`, a bigint that no two rows have alike. */
  keepNumbered<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params?: Params): Promise<void>;
  /** Adds the answer's rows to a table. */
  extend<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params?: Params): Promise<void>;
  /** Lets go of what was kept under these names: nothing asks for it any more. */
  drop(names: readonly RelationName[]): Promise<void>;
  /** Lets a name mean the answer, worked out anew for each question that uses it. */
  view<Name extends AnswerName>(name: Name, question: QuestionOf<Name>): Promise<void>;
  /** Makes the table of that name in its shape; `add` it rows and `close` it. */
  table(name: TableName): Promise<TableWriter>;
  /**
   * Lets `fact` mean the requests in these files of facts, or loads. Of texts it has keys, which are joined quickly; what they
   * stand for say `known_path`, `known_site`, `known_agent`, `known_host` and `known_answer`, for each rule period apart. Of a text there may
   * be several keys; none stands for two texts or in two rule periods.
   *
   * @param range No request outside it is asked for.
   */
  openFacts(files: readonly string[], range: TimeRange): Promise<void>;
  /**
   * Lets the facts that are open tell the sites apart that the same path is asked for on: a key of `path` stands for a path of one site, and
   * the text of it in `known_path` begins with the site's number and a blank.
   */
  openSites(sites: SiteNumbers): Promise<void>;
  /**
   * Lets `reader_place` mean where the readers in these files, or loads, are: one row a reader, with country, region and city,
   * each null where it is not known. Where files disagree, the place of which most is known counts, then the last by name.
   */
  openPlaces(files: readonly string[]): Promise<void>;
  /**
   * Lets the names mean what an engine saved under this key, in this process or an earlier one.
   *
   * @returns False where nothing is saved under it: always, where an engine saves nothing.
   */
  loadCache(cacheKey: string, names: readonly RelationName[]): Promise<boolean>;
  /**
   * Saves what the names mean for engines to come, where the engine can. Returns at once, and `close` waits until it is done;
   * where it can't be done, nothing is saved.
   */
  saveCache(cacheKey: string, names: readonly RelationName[]): void;
  /**
   * Another engine over the same store, that knows no name yet and whose names this one never knows: what is asked of the two at the
   * same time does not meet. It closes with this one, if it was not closed before.
   */
  session(): Promise<QueryEngine>;
  /**
   * Another engine that knows what this one knows, and to which each name may come to mean another thing without this one knowing.
   * Nothing is copied. It closes with this one, if it was not closed before.
   *
   * @param aliases Names that it knows beside, and what this engine itself keeps under which name: a name stays reachable by its alias
   *   when it means another thing.
   */
  branch(aliases?: Aliases): Promise<QueryEngine>;
  /** Lets go of everything; to be called once or more. What is being retained is written before. */
  close(): Promise<void>;
}

/** What of the requests is asked for. */
export interface TimeRange {
  /** Days in UTC, `YYYY-MM-DD`, both inclusive. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Seconds in which a rule period begins, but for the first one; in order. */
  readonly rulePeriods: readonly number[];
}

/** Which site is each request of? Sites by their numbers, from 0. */
export interface SiteNumbers {
  /** How many there are. */
  readonly count: number;
  /** In step with the files, or loads, that were opened: the site of all its requests; null where each goes by its host. */
  readonly byFile: readonly (number | null)[];
  /** Hosts as facts hold them. */
  readonly byHost: Iterable<readonly [string, number]>;
  /** Of requests with any other host, and of those without one. */
  readonly other: number;
  readonly none: number;
}
