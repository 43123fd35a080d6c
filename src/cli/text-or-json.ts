import {UserError} from "../base/error.ts";
import {type ParsedArgs, textOption} from "./command.ts";

/**
 * Is a table for a person asked for, or JSON for a program?
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function formatFromArgs(args: ParsedArgs): "text" | "json" {
  const format = textOption(args, "format") ?? "text";
  if (format === "text" || format === "json") return format;
  throw new UserError("COMMAND_INCOMPLETE", `there is no format "${format}" here`, "name text or json", "--format");
}
