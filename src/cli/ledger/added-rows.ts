import {UserError} from "../../base/error.ts";
import {plural, visible} from "../../base/text.ts";
import type {AddedRows} from "../../ledger/import/add-rows.ts";
import {LedgerRefused, placeText} from "../../ledger/ledger-fault.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";

/** How rows were added to a book, in a sentence. */
export function additionText({path, addedCount, knownCount}: AddedRows, {cwd}: Environment): string {
  const known = knownCount === 0 ? "" : `; ${plural(knownCount, "row was", "rows were")} there already`;
  return `${visible(shortPath(path, cwd))}: ${plural(addedCount, "row", "rows")} added${known}`;
}

/**
 * Adds rows, and tells all faults of the ledger one by one where it refuses them.
 *
 * @returns The exit status.
 */
export async function tellRefusals(environment: Environment, add: () => Promise<void>): Promise<number> {
  try {
    await add();
    return 0;
  } catch (fault) {
    if (!(fault instanceof LedgerRefused)) throw fault;
    for (const {code, what, help, ...place} of fault.faults) {
      const where =
        place.line === null ? place.path : placeText({...place, path: shortPath(place.path, environment.cwd)});
      printFault(new UserError(code, what, help, where), environment);
    }
    const rest = fault.faultCount - fault.faults.length;
    environment.stderr.write(
      `${rest > 0 ? `and ${plural(rest, "more fault", "more faults")}\n` : ""}Nothing was added.\n`,
    );
    return 3;
  }
}
