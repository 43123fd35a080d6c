import {advise} from "../../base/advice.ts";
import {EngineBug} from "../../base/engine-bug.ts";
import {UserError} from "../../base/error.ts";
import {asCertificateFault} from "./certificate.ts";

/** Codes by which ClickHouse servers of all versions name what went wrong. */
const codes = {
  memory: [241],
  full: [243],
  denied: [192, 193, 194, 195, 291, 497, 516],
  readonly: [164, 242],
  remote: [198, 209, 210, 279],
  unknownDatabase: [81],
} as const;

/** Which number does the server give its fault? Null where the fault is none of a server. */
export function codeOf(fault: unknown): number | null {
  if (!(fault instanceof Error)) return null;
  const own = (fault as {code?: unknown}).code;
  if (typeof own === "string" && /^\d+$/.test(own)) return Number(own);
  const found = /\bCode: (\d+)/.exec(fault.message);
  return found ? Number(found[1]) : null;
}

/**
 * What a fault means that ended a statement: one that a person can mend, or a bug without what the server says, which may be a statement or a
 * value. What no server said stays what it is.
 *
 * @param where The server's address, without user and password.
 * @param what The question, or what else was run.
 */
export function asEngineFault(fault: unknown, where: string, what: string): unknown {
  if (fault instanceof UserError || !(fault instanceof Error)) return fault;
  const code = codeOf(fault);
  if (code === null) return asCertificateFault(fault, where) ?? unreachable(fault, where) ?? fault;
  return asServerFault(code, fault.message, where) ?? new EngineBug(`ClickHouse ended with code ${code} in ${what}`);
}

function asServerFault(code: number, message: string, where: string): UserError | null {
  const means = (known: readonly number[]): boolean => known.includes(code);
  if (means(codes.denied)) {
    const what = `the server refuses the user: ${sentenceOf(message)}`;
    return new UserError(
      "ENGINE_DENIED",
      what,
      "check user, password and rights; docs/engines.md lists the grants",
      where,
    );
  }
  if (means(codes.readonly) || /read-only file system|permission denied/i.test(message)) {
    const what = `the server takes no writes: ${sentenceOf(message)}`;
    return new UserError("ENGINE_DENIED", what, "let the user write, or repair the replica that is read-only", where);
  }
  if (means(codes.full) || /no space left on device/i.test(message)) {
    return new UserError(
      "DISK_FULL",
      "there is no room left on the server's disk",
      "make room and run the same command again; nothing was counted twice",
      where,
    );
  }
  if (means(codes.memory)) {
    const help = "give the user a higher max_memory_usage, or ask for fewer months at a time";
    return new UserError("ENGINE_FAILED", "the server has too little memory for the question", help, where);
  }
  if (means(codes.remote)) {
    const help = "start the shard that is down and run the same command again; nothing was counted twice";
    return new UserError("ENGINE_FAILED", "a shard does not answer", help, where);
  }
  if (means(codes.unknownDatabase)) {
    const help = advise("make-database");
    return new UserError("ENGINE_UNPREPARED", "there is no such database on the server", help, where);
  }
  return null;
}

function unreachable(fault: Error, where: string): UserError | null {
  const {code, message} = fault as NodeJS.ErrnoException;
  const isNetwork = /^(E[A-Z]+|UND_ERR|ERR_)/.test(code ?? "");
  if (!isNetwork && !/socket hang up|timeout|breaks off|aborted/i.test(message)) return null;
  const help =
    "start the server, or correct engine in broadsheet.yaml, and run the same command again; nothing was counted twice";
  return new UserError("ENGINE_FAILED", `the server does not answer (${code ?? message})`, help, where);
}

/** What the server says of users and rights, in one line, without its version and without the statement. */
function sentenceOf(message: string): string {
  const [, text = message] = /DB::Exception: ([\s\S]*)/.exec(message) ?? [];
  return text
    .split(/, e\.what\(\)|\n|: While |: In scope |\(version /)[0]!
    .trim()
    .slice(0, 200);
}
