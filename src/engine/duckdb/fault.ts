import {EngineBug} from "../../base/engine-bug.ts";
import {type ErrorCode, UserError} from "../../base/error.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {asMemoryFault} from "./memory-fault.ts";

/** A kind of fault that a person can mend, and how it is told. */
interface Known {
  /** How the message begins. */
  readonly kind: string;
  /** What it has to say, too. Of our own statements and paths, never of a value. */
  readonly says: RegExp;
  readonly code: ErrorCode;
  readonly what: string;
  readonly help: string;
}

const again = "run the same command again; nothing was counted twice";

/**
 * DuckDB's kinds of fault that are none of ours, as a person is told them. Every other kind is a bug.
 *
 * A message of DuckDB's may hold a line of a log, a value or a statement (`Original Line: …`, `Could not convert string '…'`): none of
 * it is ever printed or kept.
 */
const known: readonly Known[] = [
  {
    kind: "Out of Memory Error",
    says: /^failed to offload|max_temp_directory_size/,
    code: "DISK_FULL",
    what: "there is no room left on the disk",
    help: `make room and ${again}`,
  },
];

/** What the reader of Parquet says of a file that is none any more. */
const unreadable =
  /parquet|snappy|zstd|decompress|out of buffer|thrift|TProtocol|magic bytes|invalid.*(?:page|encoding|dictionary)|utf-?8/i;

/** How a message of DuckDB's begins: its kind, and before it what was being done. */
const beginning = /^(?:Failed to [a-z ]{1,40}: )?([A-Za-z][A-Za-z ]{0,30} Error): /;

/**
 * Of which kind is a fault of DuckDB's? Nothing of what it says beside that.
 *
 * @returns null where it names none, as what is no fault of DuckDB's.
 */
export function faultKind(cause: unknown): string | null {
  return cause instanceof Error ? (beginning.exec(cause.message)?.[1] ?? null) : null;
}

/**
 * What a fault that ended a statement means: one that a person can mend, or a bug without values. What DuckDB did not throw stays what
 * it is.
 *
 * @param what The question, or what else was run.
 */
export function asDuckDbFault(cause: unknown, what: string): unknown {
  const kind = faultKind(cause);
  if (cause instanceof UserError || !(cause instanceof Error)) return cause;
  if (kind === null) {
    // Those of Node have a code, and our own a class; DuckDB's have neither.
    const isOther = cause.constructor !== Error || "code" in cause;
    return isOther ? (asWriteFault(cause) ?? cause) : bug("a fault of no kind", what);
  }
  const said = cause.message.replace(beginning, "");
  const found = known.find((one) => one.kind === kind && one.says.test(said));
  if (found) return new UserError(found.code, found.what, found.help);
  const short = asMemoryFault(cause);
  if (short) return short;
  // Only this kind is told in the words of the system, and those hold no value. A conversion tells the value, which may speak of Parquet.
  return (
    (kind === "IO Error" ? asWriteFault(cause) : null) ??
    bug(kind, what, kind !== "Conversion Error" && unreadable.test(said))
  );
}

function bug(kind: string, what: string, isAboutFile = false): EngineBug {
  return new EngineBug(`DuckDB ended with ${kind} in ${what}`, isAboutFile);
}
