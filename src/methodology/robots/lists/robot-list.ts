/** A list of robots, ready to be asked. */
export interface RobotList {
  readonly name: string;
  /** The package's version, or the newest day that the file names, or else the beginning of its hash. */
  readonly version: string;
  /**
   * Of the file's bytes, of two files one after the other; of a list that comes along, its patterns, one a line. Of a list of networks a seal,
   * which is that of the same file in the same workspace alone.
   */
  readonly sha256: string;
  /** How it is written: `COUNTER`, `networks`; `package` for a public one that comes along, `built in` for ours. */
  readonly form: string;
  /** How many patterns or networks it has. */
  readonly entryCount: number;
  /** Networks whose clients are robots, whatever agent they name. */
  readonly networks: readonly string[];
  /** Is the agent a robot's? The text is at most a thousand characters long. */
  isRobot(agent: string): boolean;
  /** Of a list that comes along: what its hash is of. */
  readonly patternsText?: () => string;
  /** Of a list that comes along and is none of expressions: the same as expressions of RE2, in which case does not count. */
  readonly asExpressions?: () => readonly string[];
  /** An own list that is called like a public one that comes along is another version of that. */
  readonly isAnotherVersion?: true;
  /** The agent without what the list knows to be a browser's; undefined where the list knows nothing of browsers. */
  readonly withoutBrowser?: (agent: string) => string;
}

/** What a file of robots says. */
export interface ListContent extends Pick<RobotList, "entryCount" | "networks" | "isRobot"> {
  /** The newest day that it names, `YYYY-MM-DD`; null where it names none. */
  readonly newestDay: string | null;
}

/** How a list of robots may be written. */
export interface RobotListFormat {
  /** Shown to people: `COUNTER`. */
  readonly name: string;
  /** The setting that a list of this form is named by. */
  readonly setting: "file" | "networks" | "robots";
  /** Is the file evidently written so? */
  fits(file: ListFile): boolean;
  /**
   * What does the file say?
   *
   * @param browsers The second file of a list that has two; null without one.
   * @throws {UserError} ROBOT_LIST_REFUSED
   */
  read(file: ListFile, browsers: ListFile | null): ListContent;
}

/** A file that is meant to be a list of robots. */
export interface ListFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** What it says as JSON; undefined where it is none. */
  readonly json: unknown;
}
