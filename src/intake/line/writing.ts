import type {InstantFormat} from "./instant.ts";

/**
 * What a part of a line may tell. `forwarded:NAME` is an address that a proxy's header named. `date` and `clock` are an instant in two
 * parts, `path` and `query` a target in two, `host` and `port` a host where its port stands apart. Whatever else a line holds is `""`: passed over.
 */
export type LineField =
  | "client"
  | `forwarded:${string}`
  | "host"
  | "port"
  | "time"
  | "date"
  | "clock"
  | "request"
  | "method"
  | "target"
  | "path"
  | "query"
  | "status"
  | "bytes"
  | "referrer"
  | "agent"
  | "contentType"
  | "";

/** How the parts of a line are written. */
export interface Writing {
  /** How instants are written; any way that is known where nothing is said. */
  readonly instant?: InstantFormat;
  /** How a blank within an agent is written, and what else is: as in a URL (`%20`), as W3C's logs do (`+`), or as forms do (both). */
  readonly agentEscapes?: "percent" | "plus" | "form";
  /** Are quotes and backslashes within a value written as they are? Elsewhere a quote behind a backslash ends nothing. */
  readonly hasBareQuotes?: boolean;
}
