import {UserError} from "../../base/error.ts";
import type {CheckContext, CheckFinding, Fault, OpenedPart} from "./check.ts";

/** The value, or the fault that a person can mend in its place. */
export function tryOut<T>(open: () => T, where: string): OpenedPart<T> {
  try {
    return {value: open(), fault: null};
  } catch (fault) {
    return {value: null, fault: checkFault(fault, where)};
  }
}

/**
 * What a person can mend, as checks tell it.
 *
 * @param where Where it is, if the fault does not say it.
 * @throws Whatever is a bug.
 */
export function checkFault(fault: unknown, where: string): Fault {
  if (!(fault instanceof UserError)) throw fault;
  const {help, advice} = fault;
  return {what: fault.message, where: fault.where ?? where, help, advice};
}

/** What a check finds that cannot look: another tells why. */
export function notLookedAt(why: string): CheckFinding {
  return {text: `not looked at: ${why}`, faults: []};
}

/** Why there is no catalogue to look at. */
export function withoutCatalogue({catalogue, config}: CheckContext): CheckFinding {
  if (catalogue.fault) return notLookedAt("the catalogue cannot be opened");
  const isOnServers = config.value !== null && config.value.engine.kind !== "duckdb";
  return notLookedAt(isOnServers ? "the requests are on servers" : "nothing was read yet");
}
