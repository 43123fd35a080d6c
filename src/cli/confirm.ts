import type {Environment} from "./environment.ts";

/** Asks a person a question that is answered with yes or no; null where nobody can be asked. */
export type Confirm = ((question: string) => Promise<boolean>) | null;

/** Asks on a terminal; elsewhere nobody can be asked. */
export function confirmOn({stdin, stdout}: Environment): Confirm {
  if (!stdin.isTTY || !stdout.isTTY) return null;
  return async (message) => {
    const {confirm, isCancel} = await import("@clack/prompts");
    const answer = await confirm({message, initialValue: false});
    return !isCancel(answer) && answer;
  };
}
