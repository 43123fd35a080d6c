import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {plural, visible} from "../../base/text.ts";
import {bookNames} from "../../ledger/books.ts";
import {type LedgerPlace, type LedgerWarning, placeText} from "../../ledger/ledger-fault.ts";
import type {BookSummary} from "../../ledger/summary.ts";
import {type ExaminedBooks, examineBooks} from "../../operations/report/examine-books.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import type {Run} from "../command.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet ledger check`: reads all books, and tells what is wrong or doubtful in them. */
export const runLedgerCheck: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const {folder, config} = storeFromArgs(args, environment).workspace;
  const examined = examineBooks({folder, config});
  if (format === "json") environment.stdout.write(printJson(toJson(examined, environment)));
  else printAsText(examined, environment);
  return examined.faultCount > 0 ? 3 : 0;
};

function toJson({books, faults, faultCount, warnings, warningCount}: ExaminedBooks, environment: Environment): object {
  const told = ({path, line, column, what, help}: LedgerWarning) => {
    return {message: what, where: whereOf({path, line, column}, environment), line, column, help};
  };
  return {
    books: bookNames.map((name) => {
      const {file, isKept, rowCount, correctionCount, from, until} = books[name];
      return {name, file, isKept, from, until, rows: rowCount, corrections: correctionCount};
    }),
    faultCount,
    faults: faults.map(({code, ...fault}) => ({code, ...told(fault)})),
    warningCount,
    warnings: warnings.map(told),
  };
}

function printAsText(
  {books, faults, faultCount, warnings, warningCount}: ExaminedBooks,
  environment: Environment,
): void {
  const {stdout, stderr} = environment;
  for (const name of bookNames) stdout.write(`${lineOf(books[name], books[name].faultCount)}\n`);
  for (const warning of warnings) {
    const where = visible(whereOf(warning, environment));
    stdout.write(`\nwarning: ${visible(warning.what)}\n  at    ${where}\n  help  ${visible(warning.help)}\n`);
  }
  if (warningCount > warnings.length) stdout.write(`\n${moreOf(warningCount - warnings.length, "warning")}\n`);
  for (const fault of faults) {
    printFault(new UserError(fault.code, fault.what, fault.help, whereOf(fault, environment)), environment);
  }
  if (faultCount > faults.length) stderr.write(`${moreOf(faultCount - faults.length, "fault")}\n`);
}

function lineOf({name, isKept, rowCount, correctionCount, from, until}: BookSummary, faultCount: number): string {
  const begin = name.padEnd(12);
  if (!isKept) return `${begin}  not kept`;
  if (faultCount > 0) return `${begin}  ${plural(faultCount, "fault", "faults")}`;
  const rows = plural(rowCount, "row", "rows").padStart(14);
  const days = from === null ? "" : from === until ? `  ${from}` : `  ${from} to ${until}`;
  const corrections = correctionCount === 0 ? "" : `  ${plural(correctionCount, "correction", "corrections")}`;
  return `${begin}${rows}${days}${corrections}`;
}

function moreOf(count: number, what: string): string {
  return `and ${plural(count, `more ${what}`, `more ${what}s`)}`;
}

function whereOf({path, line, column}: LedgerPlace, {cwd}: Environment): string {
  return placeText({path: shortPath(path, cwd), line, column});
}
