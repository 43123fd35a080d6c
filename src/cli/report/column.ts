import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {columnWidths, type PrintColumn} from "../../render/options.ts";
import {isSet, type ParsedArgs, textOption} from "../command.ts";
import type {Printing} from "./print-report.ts";

/**
 * For which column of a newspaper is the text meant? Undefined where it is for none.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function columnFromArgs(args: ParsedArgs, printings: readonly Printing[]): PrintColumn | undefined {
  const given = textOption(args, "toPrint");
  const isPlain = isSet(args, "plain");
  if (given === undefined) {
    if (isPlain) throw incomplete("--plain is about a column of a newspaper", "write it like --to-print 40 --plain");
    return undefined;
  }
  const {least, most} = columnWidths;
  const width = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (width < least || width > most) {
    const what = `a column is ${least} to ${most} letters wide, and "${visible(given)}" was given`;
    throw incomplete(what, "write it like --to-print 40", "--to-print");
  }
  const other = printings.find(({output}) => output.name !== "text");
  if (other !== undefined) {
    const help = "leave --format away, or end the name of the file in .txt";
    throw incomplete(`a column is text, and ${other.output.name} was asked for`, help, "--to-print");
  }
  return {width, isPlain};
}

function incomplete(what: string, help: string, where?: string): UserError {
  return new UserError("COMMAND_INCOMPLETE", what, help, where);
}
