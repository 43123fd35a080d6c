import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {type LanguageId, languages} from "../../base/words/language.ts";
import type {CsvForm} from "../../render/csv/cell.ts";
import {isSet, type ParsedArgs, textOption} from "../command.ts";
import type {Printing} from "./print-report.ts";

/** What `--csv-separator` takes. */
export const separatorNames = ["language", ",", ";", "tab"] as const;

/**
 * How is CSV to be written? Undefined where nothing was said; what goes by the language is known only with the report.
 *
 * @throws {UserError} COMMAND_UNKNOWN, COMMAND_INCOMPLETE where no CSV is asked for.
 */
export function csvFormFromArgs(
  args: ParsedArgs,
  printings: readonly Printing[],
): ((language: LanguageId) => CsvForm) | undefined {
  const given = textOption(args, "csvSeparator");
  const hasMark = isSet(args, "csvMark");
  if (given === undefined && !hasMark) return undefined;
  const name = separatorNames.find((one) => one === given?.toLowerCase());
  if (given !== undefined && name === undefined) {
    const help = `name language, tab, "," or ";", such as --csv-separator language`;
    throw new UserError("COMMAND_UNKNOWN", `nothing is parted by "${visible(given)}"`, help, "--csv-separator");
  }
  if (printings.every(({output}) => output.name !== "csv")) {
    const where = given === undefined ? "--csv-mark" : "--csv-separator";
    const help = "write it like --format csv --csv-separator language -o report.csv";
    throw new UserError("COMMAND_INCOMPLETE", "it is about CSV, and none was asked for", help, where);
  }
  return (language) => {
    if (name !== "language") return {separator: name === "tab" ? "\t" : (name ?? ","), decimal: ".", hasMark};
    const hasComma = new Intl.NumberFormat(languages[language].locale).format(1.5).includes(",");
    return hasComma ? {separator: ";", decimal: ",", hasMark} : {separator: ",", decimal: ".", hasMark};
  };
}
