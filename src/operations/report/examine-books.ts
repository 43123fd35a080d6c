import {examineLedger, type LedgerExamination, type LedgerOptions, ledgerFolder} from "../../ledger/ledger.ts";
import {anyMeasures} from "../../measures/all.ts";
import {ledgerMeasures} from "../../measures/ledger/ledger-measures.ts";
import {areasOf} from "../../methodology/site/site.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/**
 * What is wrong or doubtful in a workspace's books, as its measures are called now?
 *
 * @param options `instead`: texts to look at in place of books' files.
 */
export function examineBooks(
  {folder, config}: Pick<Workspace, "folder" | "config">,
  options: Pick<LedgerOptions, "instead"> = {},
): LedgerExamination {
  const measures = anyMeasures(areasOf(config)).map(({id}) => id);
  const allMeasures = [...measures, ...ledgerMeasures.map(({id}) => id)];
  return examineLedger(ledgerFolder(folder), {...options, measures, allMeasures});
}
