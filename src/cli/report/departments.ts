import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {Translator} from "../../base/words/translator.ts";
import {tableUnmatched} from "../../operations/report/unmatched-documents.ts";
import {joinParts} from "../../render/text/page.ts";
import {openPaint} from "../../render/text/paint.ts";
import {tableParts} from "../../render/text/tables.ts";
import {tableEntry} from "../../report/json/tables.ts";
import {localizeTable} from "../../report/table.ts";
import type {Run} from "../command.ts";
import {isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet departments`: the documents that no department has, most read first. */
export const runDepartments: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  if (workspace.config.departments === undefined) {
    throw new UserError(
      "CONFIG_REFUSED",
      "there is no table of departments",
      "write one and name it in broadsheet.yaml, like departments: departments.csv",
      "broadsheet.yaml",
    );
  }
  const period = periodFromArgs(args.words[0]!, workspace.config.timeZone, environment);
  const words = new Translator("en", workspace.config.labels);
  const table = localizeTable(await tableUnmatched(store, period, {signal: environment.signal}), words);
  const {stdout} = environment;
  const paint = openPaint({color: isColored(stdout, environment)});
  const width = Math.max(80, stdout.columns ?? 80);
  const text = (): string => joinParts(tableParts({tables: [table]}, words, width, paint));
  stdout.write(format === "json" ? printJson(tableEntry(table, words)) : text());
  return 0;
};
