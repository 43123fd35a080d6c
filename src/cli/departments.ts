import {UserError} from "../base/error.ts";
import {printJson} from "../base/json.ts";
import {Words} from "../base/words/words.ts";
import {joinParts} from "../render/text/page.ts";
import {openPaint} from "../render/text/paint.ts";
import {tableParts} from "../render/text/tables.ts";
import {tableEntry} from "../report/json/tables.ts";
import {tableTold} from "../report/table.ts";
import type {Run} from "./command.ts";
import {periodTyped, withOpen, workspaceTyped} from "./open.ts";
import {isColored} from "./outside.ts";
import {formatTyped} from "./text-or-json.ts";
import {tableUnmatched} from "./unmatched.ts";

/** `broadsheet departments`: the documents that no department has, most read first. */
export const runDepartments: Run = async (typed, outside) => {
  const format = formatTyped(typed);
  const workspace = workspaceTyped(typed, outside);
  if (workspace.config.departments === undefined) {
    throw new UserError(
      "CONFIG_REFUSED",
      "there is no table of departments",
      "write one and name it in broadsheet.yaml, like departments: departments.csv",
      "broadsheet.yaml",
    );
  }
  const period = periodTyped(typed.words[0]!, workspace.config.timeZone, outside);
  const words = new Words("en", workspace.config.labels);
  const table = tableTold(await withOpen(workspace, (open) => tableUnmatched(open, period)), words);
  const {stdout} = outside;
  const paint = openPaint({color: isColored(stdout, outside)});
  const width = Math.max(80, stdout.columns ?? 80);
  const text = (): string => joinParts(tableParts({tables: [table]}, words, width, paint));
  stdout.write(format === "json" ? printJson(tableEntry(table)) : text());
  return 0;
};
