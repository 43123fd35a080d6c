/** A list of robots as people are told of it. */
export interface RobotListEntry {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** How it is written: `COUNTER`, `networks`. */
  readonly form: string;
  /** How many patterns or networks it has. */
  readonly entries: number;
}

/** Agents whose requests are judged otherwise than before. */
export interface MovedAgents {
  readonly agents: number;
  readonly requests: number;
  /** Of these requests, those that were counted before, or are now. */
  readonly countedRequests: number;
  /** The ten with most such requests. The agent is null where the logs do not record any. */
  readonly most: readonly {
    readonly agent: string | null;
    readonly requests: number;
    readonly countedRequests: number;
  }[];
}

/** A figure as it is and as it would be; null without a counted request. */
export interface Movement {
  readonly before: number | null;
  readonly after: number | null;
}

/** What would change in a period's figures if a list of robots were taken. */
export interface RobotPreview {
  readonly publication: string;
  /** The period as in a headline. */
  readonly title: string;
  readonly period: string;
  readonly timeZone: string;
  readonly list: RobotListEntry;
  /** The list in use whose place it would take; null where it would be added. */
  readonly replaces: RobotListEntry | null;
  readonly newRobots: MovedAgents;
  readonly noLongerRobots: MovedAgents;
  readonly months: readonly {readonly period: string; readonly readers: Movement; readonly documents: Movement}[];
  readonly total: {readonly readers: Movement; readonly documents: Movement};
}
