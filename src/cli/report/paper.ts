import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {type Paper, papers} from "../../render/options.ts";
import {type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import type {Printing} from "./print-report.ts";

/**
 * May each form go where it was sent? Pages are no text for a terminal.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function checkPrintable(printings: readonly Printing[], {stdout}: Environment): void {
  const refused = printings.find(({output, file}) => output.isBinary && file === null);
  if (!stdout.isTTY || refused === undefined) return;
  const {name, extension} = refused.output;
  const help = `name a file with -o, such as -o report${extension}`;
  throw new UserError("COMMAND_INCOMPLETE", `a ${name.toUpperCase()} is not printed on a terminal`, help);
}

/**
 * Which paper was asked for? Undefined where none was.
 *
 * @throws {UserError} COMMAND_UNKNOWN
 */
export function paperFromArgs(args: ParsedArgs): Paper | undefined {
  const text = textOption(args, "paper");
  const known = papers.find((paper) => paper === text?.toLowerCase());
  if (text === undefined || known !== undefined) return known;
  throw new UserError(
    "COMMAND_UNKNOWN",
    `there is no paper "${visible(text)}"`,
    `name one of ${papers.join(", ")}`,
    "--paper",
  );
}
