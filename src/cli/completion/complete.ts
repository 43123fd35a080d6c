import {homedir} from "node:os";
import type {Command, Run} from "../command.ts";
import {candidatesFor} from "./candidates.ts";
import {openKnownValues} from "./known-values.ts";

/**
 * `broadsheet complete -- WORDS…`: what may be typed next, a line each: the word, a tab, what it means.
 *
 * The last line is a dot and what else may stand there: `.files`, `.folders`, `.more` where a comma may follow, or `.nothing`. Whatever
 * is wrong, nothing is said of it: the person is typing something else.
 */
export function makeComplete(commands: readonly Command[]): Run {
  return async ({words}, {stdout, cwd, env}) => {
    const known = openKnownValues({cwd, home: env["HOME"] ?? homedir()});
    const quietly: typeof known = (kind, folder) => known(kind, folder).catch(() => []);
    const {values, rest} = await candidatesFor(words, commands, quietly);
    const lines = values.map(({word, means}) => (means === "" ? word : `${word}\t${means}`));
    stdout.write([...lines, `.${rest}`, ""].join("\n"));
    return 0;
  };
}
