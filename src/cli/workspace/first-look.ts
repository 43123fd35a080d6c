import {formatNumber} from "../../base/number.ts";
import {listInputs} from "../../operations/inputs/list.ts";
import {settingsOfReading} from "../../operations/inputs/reading.ts";
import {withCatalogue} from "../../operations/store/open.ts";
import type {Environment} from "../environment.ts";
import {storeFromArgs} from "../from-args.ts";
import {runIngest} from "../logs/ingest.ts";
import {runReport} from "../report/report.ts";

/**
 * Reads the logs of a new workspace, says what they are, and prints a first table.
 *
 * @returns The exit status of what went last.
 */
export async function takeFirstLook(folder: string, environment: Environment): Promise<number> {
  const options = {folder};
  const read = await runIngest({words: [], options: {...options, wait: "0"}}, environment);
  const store = storeFromArgs({words: [], options}, environment);
  const {workspace} = store;
  const inputs = await withCatalogue(store, (catalogue) => catalogue.inputs());
  const listed = listInputs(inputs, workspace.config.timeZone, settingsOfReading(workspace));
  const months = [...new Set(listed.flatMap((input) => input.months))].sort();
  if (months.length === 0) return read;
  const formats = [...new Set(listed.map(({format}) => format))].sort().join(", ");
  const days = listed.flatMap(({firstDay, lastDay}) => (firstDay === null ? [] : [firstDay, lastDay!])).sort();
  const requests = formatNumber(listed.reduce((sum, input) => sum + input.requests, 0));
  environment.stderr.write(`Format ${formats}; ${requests} requests from ${days[0]} to ${days.at(-1)}.\n\n`);
  // The last month is most often still going on.
  const month = months.at(-2) ?? months[0]!;
  const printed = await runReport({words: [month], options: {...options, tables: "none", ranges: false}}, environment);
  const all = months.length > 1 ? `${months[0]}..${months.at(-1)}` : month;
  environment.stderr.write(`\nAll of it: broadsheet report ${all}. Next: broadsheet help start\n`);
  return printed || read;
}
