import {examineLedger, type LedgerExamination, ledgerFolder} from "../../ledger/ledger.ts";
import {anyMeasures} from "../../measures/all.ts";
import {ledgerMeasures} from "../../measures/ledger/ledger-measures.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/** What is wrong or doubtful in a workspace's books, as its measures are called now? */
export function examineBooks({folder, config}: Pick<Workspace, "folder" | "config">): LedgerExamination {
  const {sections, sentTo, downloads} = config;
  const areas = (named: typeof sections) => Object.entries(named).map(([name, prefixes]) => ({name, prefixes}));
  const found = anyMeasures({sections: areas(sections), sentTo: areas(sentTo), downloads: areas(downloads)});
  const measures = found.map(({id}) => id);
  const allMeasures = [...measures, ...ledgerMeasures.map(({id}) => id)];
  return examineLedger(ledgerFolder(folder), {measures, allMeasures});
}
