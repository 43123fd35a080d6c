import type {Confirm} from "../operations/report/wide-networks.ts";
import type {Environment} from "./environment.ts";

/** Asks on a terminal; elsewhere nobody can be asked. */
export function confirmOn({stdin, stdout}: Environment): Confirm {
  if (!stdin.isTTY || !stdout.isTTY) return null;
  return async (message) => {
    const {confirm, isCancel} = await import("@clack/prompts");
    const answer = await confirm({message, initialValue: false});
    return !isCancel(answer) && answer;
  };
}
