import type {UserError} from "../base/error.ts";
import type {Result} from "../intake/ingest.ts";
import type {IngestSummary} from "./ingest-summary.ts";

/** Something worth knowing that is no fault. */
export type Notice =
  /** What became of one input, in the order in which they were named. */
  | {readonly about: "input"; readonly result: Result}
  /** All logs are read. */
  | {readonly about: "logs-read"; readonly summary: IngestSummary}
  /** So many inputs were read by other settings than those of now. */
  | {readonly about: "older-settings"; readonly inputs: number}
  /** Documents seem to be told apart by parameters of queries, and count as one; names alone, as values may say anything. */
  | {readonly about: "parameters"; readonly names: readonly string[]}
  /** Logs name several virtual hosts, each a site by itself, and the settings name none; those whose documents were asked for most first. */
  | {readonly about: "several-hosts"; readonly hosts: readonly string[]}
  /** The settings name a blacklist now. */
  | {readonly about: "blacklist-named"; readonly blacklist: string}
  /** Other machines do not know what was decided: they need the blacklist, and the servers its rules. */
  | {readonly about: "blacklist-for-servers"}
  /** An input stays where it is, and why. */
  | {readonly about: "not-moved"; readonly fault: UserError}
  /** Logs cover more months than a table shows: those of `covered`, of which those of `shown` are. */
  | {readonly about: "months-left-out"; readonly covered: string; readonly shown: string};
