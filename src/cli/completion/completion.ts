import {readFileSync} from "node:fs";
import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import type {Run} from "../command.ts";

/** The shells whose completion there is, each in a file beside this one. */
const shells = ["bash", "zsh", "fish"];

/**
 * `broadsheet completion bash|zsh|fish`: a script that the shell reads.
 *
 * Each asks `broadsheet complete` for what may be typed next, so that it is right after an upgrade, too; and calls the program as it was
 * typed, so that an alias and a path work.
 */
export const runCompletion: Run = async ({words: [shell = ""]}, {stdout}) => {
  if (!shells.includes(shell)) {
    const near = nearest(shell, shells);
    throw new UserError(
      "COMMAND_INCOMPLETE",
      `there is no completion for "${shell}"`,
      near === null ? `name one of ${shells.join(", ")}` : `write broadsheet completion ${near}`,
    );
  }
  stdout.write(readFileSync(new URL(`./broadsheet.${shell}`, import.meta.url), "utf8"));
  return 0;
};
