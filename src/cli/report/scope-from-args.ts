import {methodologyCalled} from "../../methodology/named.ts";
import {missingTables, type ReportScope} from "../../operations/report/request.ts";
import type {Report} from "../../report/report.ts";
import type {Config} from "../../workspace/config/config.ts";
import type {MethodologyName} from "../../workspace/config/methodology.ts";
import {isSet, listOption, type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {languageFromArgs} from "./report-language.ts";

/**
 * The methodology that was named on the command line; undefined where none was.
 *
 * @throws {UserError} COMMAND_UNKNOWN
 */
export function methodologyFromArgs(args: ParsedArgs): MethodologyName | undefined {
  const name = textOption(args, "methodology");
  return name === undefined ? undefined : methodologyCalled(name, "--methodology");
}

/** What was typed of the report's scope. */
export function scopeFromArgs(args: ParsedArgs, date: string | null): ReportScope {
  return {
    date,
    language: languageFromArgs(args),
    compare: textOption(args, "compare"),
    tables: textOption(args, "tables"),
    with: listOption(args, "with").flatMap((ids) => ids.split(",").map((id) => id.trim())),
    methodology: methodologyFromArgs(args),
    site: textOption(args, "site"),
    // `quick` has them where they are asked for, `report` unless they are not wanted.
    hasRanges: isSet(args, "ranges"),
  };
}

/** Tells whoever named a table which of them could not be made, and what they need. */
export function tellMissing(
  report: Report,
  scope: ReportScope,
  config: Pick<Config, "tables">,
  {stderr}: Environment,
): void {
  for (const {id, isTable, needs} of missingTables(report, scope, config)) {
    stderr.write(`There is no ${isTable ? "table" : "part"} ${id}: it needs ${needs}.\n`);
  }
}
