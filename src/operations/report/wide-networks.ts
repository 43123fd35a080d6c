import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {formatPercent} from "../../base/number.ts";
import {monthTitle} from "../../base/period.ts";
import {visible} from "../../base/text.ts";
import {readDecisions} from "../../methodology/decisions/read.ts";
import {findWideNetworks, type WideNetwork} from "../../methodology/judge/wide-networks.ts";
import type {RulePeriod} from "../../methodology/rule-periods.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {allBlacklists} from "../review/blacklist.ts";
import type {OpenStore} from "../store/judge.ts";

/** Asks a person a question that is answered with yes or no; null where nobody can be asked. */
export type Confirm = ((question: string) => Promise<boolean>) | null;

/**
 * Is no network so wide that it removes more of a month's readers than was meant?
 *
 * @throws {UserError} NETWORK_TOO_WIDE where there is one, and nobody says that it is meant.
 */
export async function checkNetworks(
  {workspace: {config, folder}, engine}: OpenStore,
  rulePeriods: readonly RulePeriod[],
  confirm: Confirm,
): Promise<void> {
  const rows = allBlacklists(config.methodology).flatMap((name) => {
    return readDecisions(resolve(folder, name)).map((row) => ({...row, place: `${name}:${row.line}`}));
  });
  for (const wide of await findWideNetworks(engine, rulePeriods, rows, config.methodology.confirmed ?? [])) {
    const where = wide.place ?? `${configName}, methodology.developers`;
    const isMeant = (await confirm?.(visible(`${sentenceOf(wide)} (${where}). Is it meant?`))) ?? false;
    if (!isMeant) throw tooWide(wide, where);
  }
}

function sentenceOf({network, month, shareRatio}: WideNetwork): string {
  return `the network ${network} removes ${formatPercent(shareRatio)} of all readers of ${monthTitle(month)}`;
}

function tooWide(wide: WideNetwork, where: string): UserError {
  return new UserError(
    "NETWORK_TOO_WIDE",
    sentenceOf(wide),
    wide.place === null
      ? "list narrower networks, or, where it is meant, add it to methodology.confirmed"
      : "list narrower networks, or, where it is meant, write yes into a column confirmed of its row",
    where,
  );
}
