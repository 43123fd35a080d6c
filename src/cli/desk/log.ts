import type {LogFinding, LogRow} from "../../accounts/log.ts";
import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {plural} from "../../base/text.ts";
import {isSet, type Run} from "../command.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {withAccounts} from "./open.ts";

/** `broadsheet desk log`: what was done at the desk; or whether that is still what was written. */
export const runDeskLog: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const {stdout} = environment;
  await withAccounts(args, environment, {isFirst: false}, (accounts) => {
    if (isSet(args, "verify")) {
      const finding = accounts.verifyLog();
      if (finding.found !== "whole") throw notWhole(finding);
      const {rows, head} = finding;
      stdout.write(
        format === "json"
          ? printJson({rows, head})
          : `The log is whole: ${plural(rows, "row", "rows")}.\n\n${head}\n\nis the hash of the last. Whoever keeps it elsewhere sees later that no row before it was changed.\n`,
      );
      return;
    }
    const rows = accounts.log({most: Number.MAX_SAFE_INTEGER}).reverse();
    stdout.write(format === "json" ? printJson(rows) : rows.map(lineOf).join(""));
  });
  return 0;
};

function lineOf({number, at, who, act, about}: LogRow): string {
  return `${[String(number).padStart(5), at, who || "(nobody)", act, about].join("  ").trimEnd()}\n`;
}

const told: {readonly [Found in Exclude<LogFinding["found"], "whole">]: (number: number) => string} = {
  changed: (number) => `row ${number} of the desk's log does not hold: it or the row before it was changed`,
  missing: (number) => `row ${number} of the desk's log is missing`,
  cut: (number) => `the desk's log is cut off: row ${number} and all after it are missing`,
  headless: () =>
    "the last hash of the desk's log, which is kept beside it, is missing: nobody can tell whether rows were cut off",
};

function notWhole(finding: Exclude<LogFinding, {found: "whole"}>): UserError {
  const number = finding.found === "headless" ? finding.rows : finding.number;
  const help = "compare it with a backup, and ask who could write in the folder of the desk until now";
  return new UserError("DESK_LOG_CHANGED", told[finding.found](number), help);
}
