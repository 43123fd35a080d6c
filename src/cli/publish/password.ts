import {resolve} from "node:path";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";

/** Where does the password of a key come from: a file that is named, or a person at a terminal. Null where there is neither. */
export function passwordFor(args: ParsedArgs, environment: Environment): () => Promise<string | null> {
  const named = textOption(args, "passwordFile");
  const {stdin, stdout, cwd} = environment;
  return async () => {
    if (named !== undefined) {
      const help = "name a file whose first line is the password of the key";
      return firstLineOf(resolve(cwd, named), "KEY_REFUSED", help);
    }
    if (!stdin.isTTY || !stdout.isTTY) return null;
    const {password, isCancel} = await import("@clack/prompts");
    const answer = await password({message: "The password of the key"});
    return isCancel(answer) ? null : answer;
  };
}

/** The first line of a file that holds a password. */
export function firstLineOf(path: string, code: "KEY_REFUSED" | "MAIL_REFUSED", help: string): string {
  const file = {code, name: "file of the password", help, mostMegabytes: 1} as const;
  return readKeptFile(path, file).toString("utf8").split(/\r?\n/)[0]!;
}
