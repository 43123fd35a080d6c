import {existsSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {makeFolder} from "../../base/make-folder.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {blacklistColumns} from "../../methodology/decisions/read.ts";
import {type Config, parseConfig} from "../../workspace/config/config.ts";
import {writablePath} from "../../workspace/inside.ts";
import {csvRow} from "../../workspace/sheet/csv-row.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {isOfThePeople} from "../files/editable.ts";
import {type Edit, type SavedText, saveText} from "../files/save.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "../store/store.ts";

/**
 * Saves a `broadsheet.yaml` that somebody edited, where nobody else changed it meanwhile.
 *
 * Tables that it names in the workspace and that are not there yet are begun, with the names of their columns and no row: else no report could be
 * made until somebody with a shell made them.
 *
 * @throws {UserError} CONFIG_UNREADABLE or CONFIG_REFUSED, and as `saveText`; nothing is written then.
 */
export function saveSettings(store: Store, edit: Edit, attendance: Attendance = {}): Promise<SavedText> {
  const check = (text: string): void => beginTables(store.workspace.folder, parseConfig(text));
  return saveText(store, configName, edit, {...attendance, check});
}

function beginTables(folder: string, {titles, departments, aliases, methodology}: Config): void {
  const blacklists = [methodology, ...(methodology.changes ?? [])].map(
    ({blacklist}) => [blacklist, blacklistColumns] as const,
  );
  const tables: readonly (readonly [string | undefined, readonly string[]])[] = [
    [titles, ["path", "title", "group"]],
    [departments, ["prefix", "department", "language", "title"]],
    [aliases, ["path", "now"]],
    ...blacklists,
  ];
  for (const [name, columns] of tables) {
    if (name === undefined || existsSync(resolve(folder, name)) || !isOfThePeople(folder, resolve(folder, name)))
      continue;
    try {
      const path = writablePath(folder, name);
      makeFolder(dirname(path));
      writeWhole(path, `${csvRow(columns)}\n`);
    } catch (fault) {
      throw asWriteFault(fault, name) ?? fault;
    }
  }
}
