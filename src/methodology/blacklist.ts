import {z} from "zod";
import {isHostName, isTooWide, parseNetwork} from "../base/address.ts";
import {cell, dayOrEmptyCell} from "../workspace/cell.ts";
import {parseSheet, readSheet, type SheetKind, type TakeRow} from "../workspace/sheet.ts";
import type {Listed, Listing} from "./listing.ts";

const entryCell = cell<Listed>((entry, refuse) => {
  const agentText = /^agent:\s*(.*)$/i.exec(entry)?.[1];
  if (agentText !== undefined) {
    if (agentText.length >= 3) return {agentText};
    return refuse(`the agent text "${agentText}" would fit nearly everything`, "write at least three characters");
  }
  const network = parseNetwork(entry);
  if (!network && !isHostName(entry)) {
    const forms = "write it like 192.0.2.10, 198.51.100.0/24 or agent:TEXT";
    return refuse(`"${entry}" is no address, network or host name`, forms);
  }
  if (network && isTooWide(network)) {
    return refuse(`the network ${entry} is too wide to be looked for`, "list the narrower networks in it");
  }
  return {client: entry};
});

const shape = {
  entry: entryCell,
  from: dayOrEmptyCell,
  until: dayOrEmptyCell,
  reason: z.string(),
  decided_by: z.string(),
  decided_on: dayOrEmptyCell,
};

const kind: SheetKind<typeof shape> = {
  code: "BLACKLIST_REFUSED",
  name: "blacklist",
  help: "check methodology.blacklist in broadsheet.yaml",
  separators: [","],
  columns: z.object(shape),
};

/**
 * Reads a blacklist: `entry,from,until,reason,decided_by,decided_on`.
 *
 * `entry` is an address, a network, a host name, or `agent:TEXT` for every agent whose name holds the text, whatever
 * its case; `from` and `until` are days, both inclusive, and either may be empty.
 *
 * @throws {UserError} BLACKLIST_REFUSED with the line.
 */
export function readBlacklist(path: string): Listing[] {
  return listingsOf((take) => readSheet(path, kind, take));
}

/** The listings in a blacklist's text; see {@link readBlacklist}. */
export function parseBlacklist(text: string, path: string): Listing[] {
  return listingsOf((take) => parseSheet(text, path, kind, take));
}

function listingsOf(read: (take: TakeRow<typeof shape>) => unknown): Listing[] {
  const listings: Listing[] = [];
  read(({entry, from, until}, {refuse}) => {
    if (from !== null && until !== null && until < from) {
      refuse(`until ${until} is before from ${from}`, "swap the two days, or leave one empty");
    }
    listings.push({who: entry, from, until});
  });
  return listings;
}
