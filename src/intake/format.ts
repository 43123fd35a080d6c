import type {LineShape} from "./plain/line-scanner.ts";

/** What a log line may tell about one request, as text, before it is typed. */
export const rawFields = ["client", "time", "method", "path", "status", "bytes", "referrer", "agent", "host"] as const;

/** The name of a field of a log line. */
export type RawField = (typeof rawFields)[number];

/** A group of an exact pattern: a field, or the request line that method and path are taken from. */
export type Group = RawField | "request";

/** How one server writes a request, told to the engine: it parses, we describe. */
export interface LogFormat {
  /** As it is named on a command line. */
  readonly name: string;
  /** What writes it, in a few words. */
  readonly what: string;
  /** A line this format accepts; shown by `broadsheet formats`, run by the tests. */
  readonly example: string;
  /** How the server writes an instant, for `strptime`. */
  readonly timePattern: string;
  /**
   * The exact expression: fits every line that is a request, whatever stands in it.
   *
   * Read by DuckDB's RE2 alone: JavaScript means something else by some of it, and goes back and tries again, on a hostile line for
   * minutes. One capture a group.
   */
  readonly exact: {readonly pattern: string; readonly groups: readonly Group[]};
  /** Fits a line in which every field of the format stands, while `exact` also fits one that was cut off: which format is it? */
  readonly whole: string;
  /**
   * Cheap expressions over `line` and `part` (the line split at `"`), for the lines that `isPlain` vouches for and whose
   * time can be read: they give what the exact expression gives. Null where every line takes the exact path.
   */
  readonly plain: PlainPath | null;
  /** How its plain lines look to `plain/line-scanner.ts`; null where SQL reads every line. */
  readonly shape: LineShape | null;
}

/** The cheap path of a format. */
export interface PlainPath {
  readonly isPlain: string;
  /** How `fields.time` is written, with what stands around it. */
  readonly timePattern: string;
  readonly fields: Readonly<Record<RawField, string | null>>;
}

/** Which fields does the format record? Method and path come out of a request line as well. */
export function recordedFields({exact}: LogFormat): ReadonlySet<RawField> {
  const groups = exact.groups.flatMap((group): RawField[] => (group === "request" ? ["method", "path"] : [group]));
  return new Set(groups);
}
