import {totalmem} from "node:os";
import {UserError} from "../base/error.ts";
import {isDay, type Period, parsePeriod} from "../base/period.ts";
import {dayAt} from "../base/zone.ts";
import type {Attendance} from "../operations/listener.ts";
import {openStore, type Store, type StoreWorld} from "../operations/store/store.ts";
import {isSet, type ParsedArgs, textOption} from "./command.ts";
import type {Environment} from "./environment.ts";
import {workspaceFolderFromArgs} from "./workspace-folder.ts";

/** What work knows of the world around this process. */
export function worldOf({env, now}: Environment): StoreWorld {
  // A container may have less than the machine.
  const memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return {env, now, memoryBytes, worker: `process ${process.pid}`, versions: process.versions};
}

/** The workspace that the command line means. */
export function storeFromArgs(args: ParsedArgs, environment: Environment): Store {
  return openStore(workspaceFolderFromArgs(args, environment), worldOf(environment));
}

/** The period that was typed, `last-month` seen from the publication's own clock. */
export function periodFromArgs(text: string, timeZone: string, {now}: Environment): Period {
  return parsePeriod(text, dayAt(now(), timeZone));
}

/** The report's date where one was typed. */
export function dateFromArgs(args: ParsedArgs): string | null {
  return dayFromArgs(args, "date");
}

/** A day that an option names; null where it is not given. @throws {UserError} PERIOD_UNREADABLE */
export function dayFromArgs(args: ParsedArgs, option: string): string | null {
  const text = textOption(args, option);
  if (text === undefined || isDay(text)) return text ?? null;
  throw new UserError("PERIOD_UNREADABLE", `"${text}" is not a day`, "write it like 2006-01-31", {field: option});
}

/**
 * How many seconds to wait where another is at work?
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function waitFromArgs(args: ParsedArgs): number {
  const wait = Number(textOption(args, "wait"));
  if (wait >= 0) return wait;
  throw new UserError("COMMAND_INCOMPLETE", "--wait takes a number of seconds", "write it like --wait 60", "--wait");
}

/** How long others are waited for, and who is told of it. */
export function holdingFromArgs(
  args: ParsedArgs,
  {stderr, signal}: Environment,
): Attendance & {readonly waitSeconds: number} {
  const waiting = (holder: string): void => void stderr.write(`Waiting for ${holder} to finish.\n`);
  return {waitSeconds: waitFromArgs(args), listener: isSet(args, "quiet") ? {} : {waiting}, signal};
}
