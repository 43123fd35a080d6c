import {z} from "zod";
import {isHostName, isTooWide, parseNetwork} from "../../base/address.ts";
import {isDay} from "../../base/period.ts";
import {cell, dayOrEmptyCell, quoted, type RefuseCell} from "../../workspace/sheet/cell.ts";
import {SheetRefused} from "../../workspace/sheet/fault.ts";
import {parseSheet, readSheet, type SheetKind, type TakeRow} from "../../workspace/sheet/sheet.ts";
import type {ClientSelector, ListEntry} from "./entry.ts";
import {GroupFault, isGroupText, readGroup, type WrittenGroup} from "./group.ts";
import {type Decision, type DecisionRow, resolveDecisions, verdictsOfPeople} from "./resolve.ts";

/** Who is meant by a cell, and the days that it names itself. */
interface WrittenEntry {
  readonly who: ClientSelector;
  readonly from: string | null;
  readonly until: string | null;
}

const writtenEntryCell = cell<WrittenEntry>((entry, refuse) => {
  if (!isGroupText(entry)) return {who: selectorIn(entry, refuse), from: null, until: null};
  const read = groupIn(entry);
  if (read instanceof GroupFault) return refuse(read.message, read.help);
  const {group, ...days} = read;
  const {agent, country, network} = group;
  const isText = agent !== null && !agent.isWhole && country === null && network === null;
  return {who: isText ? {agentText: agent.text} : {group}, ...days};
});

/** Who is meant by a cell: a client, a network, a client by its number, agents, or a group, of which days say nothing. */
export const entryCell = cell<ClientSelector>((entry, refuse) => {
  const read = writtenEntryCell.safeParse(entry);
  if (read.success) return read.data.who;
  const [issue] = read.error.issues;
  return refuse(issue!.message, String((issue as {params?: {help?: string}}).params?.help));
});

function groupIn(entry: string): WrittenGroup | GroupFault {
  try {
    return readGroup(entry);
  } catch (fault) {
    if (fault instanceof GroupFault) return fault;
    throw fault;
  }
}

function selectorIn(entry: string, refuse: RefuseCell): ClientSelector {
  const agentText = /^agent:\s*(.*)$/i.exec(entry)?.[1];
  if (agentText !== undefined) {
    if (agentText.length >= 3) return {agentText};
    return refuse(`the agent text "${agentText}" would fit nearly everything`, "write at least three characters");
  }
  const number = /^client:\s*([0-9a-f]{16})$/i.exec(entry)?.[1];
  if (number !== undefined) return {number: number.toLowerCase()};
  const network = parseNetwork(entry);
  if (!network && !isHostName(entry)) {
    const forms = "write it like 192.0.2.10, 198.51.100.0/24, agent:TEXT or agent:TEXT & country:FR";
    return refuse(`"${entry}" is no address, network or host name`, forms);
  }
  if (network && isTooWide(network)) {
    return refuse(
      `the network ${entry} is too wide to be looked for`,
      "list networks in it, an IPv4 /8 or an IPv6 /16 at the widest",
    );
  }
  return {client: entry};
}

/** What is decided; null where the cell is empty. */
export const decisionCell = cell<Decision | null>((text, refuse) => {
  if (text === "") return null;
  const decision = verdictsOfPeople.find((one) => one === text.toLowerCase());
  return decision ?? refuse(`${quoted(text)} is no decision`, `write one of ${verdictsOfPeople.join(", ")}`);
});

const decidedOnCell = cell<string>((text, refuse) => {
  const [day = "", time] = text.split("T");
  const isInstant = time === undefined || /^([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(time);
  if (text === "" || (isDay(day) && isInstant)) return text;
  return refuse(`${quoted(text)} is not a day`, "write it like 2005-09-01");
});

const shape = {
  entry: writtenEntryCell,
  from: dayOrEmptyCell,
  until: dayOrEmptyCell,
  reason: z.string(),
  decided_by: z.string(),
  decided_on: decidedOnCell,
  decision: decisionCell.optional(),
  confirmed: z.string().optional(),
};

/** The columns that every blacklist has, in the order of a new one. */
export const blacklistColumns = ["entry", "from", "until", "decision", "reason", "decided_by", "decided_on"] as const;

const kind: SheetKind<typeof shape> = {
  code: "BLACKLIST_REFUSED",
  name: "blacklist",
  mostMegabytes: 16,
  help: "check methodology.blacklist in broadsheet.yaml",
  separators: [","],
  columns: z.object(shape),
};

/**
 * Reads what holds of a blacklist: `entry,from,until,reason,decided_by,decided_on`, and `decision` where it has one.
 *
 * `entry` is an address, a network, a host name, `client:NUMBER` for one whose address nobody knows, or `agent:TEXT` for
 * every agent whose name holds the text, whatever its case, or several things with `&` between them; `from` and `until` are days, both inclusive, and either may be
 * empty. A row without a decision says that it is a robot. A later row revises an earlier one.
 *
 * @throws {UserError} BLACKLIST_REFUSED with the line, or with both lines where two rows contradict each other.
 */
export function readBlacklist(path: string): ListEntry[] {
  return listingsOf(readDecisions(path), path);
}

/** What holds of a blacklist's text; see {@link readBlacklist}. */
export function parseBlacklist(text: string, path: string): ListEntry[] {
  return listingsOf(parseDecisions(text, path), path);
}

/** Every row of a blacklist, in its order, those too that later ones revise. */
export function readDecisions(path: string): DecisionRow[] {
  return rowsOf((take) => readSheet(path, kind, take));
}

/** Every row of a blacklist's text; see {@link readDecisions}. */
export function parseDecisions(text: string, path: string): DecisionRow[] {
  return rowsOf((take) => parseSheet(text, path, kind, take));
}

function rowsOf(read: (take: TakeRow<typeof shape>) => unknown): DecisionRow[] {
  const rows: DecisionRow[] = [];
  read(({entry, decision = null, confirmed = "", ...row}, {line, refuse}) => {
    const {who} = entry;
    const [from, until] = [later(row.from, entry.from), earlier(row.until, entry.until)];
    if (from !== null && until !== null && until < from) {
      refuse(`until ${until} is before from ${from}`, "swap the two days, or leave one empty");
    }
    if (("agentText" in who || "group" in who) && decision === "reader") {
      const kinds = "group" in who ? "groups" : "agents";
      refuse(`${kinds} cannot be decided to be readers`, "decide about the clients that use them", "decision");
    }
    const {reason, decided_by: decidedBy, decided_on: decidedOn} = row;
    const isConfirmed = !/^(|no|false|0)$/i.test(confirmed);
    rows.push({line, who, from, until, decision, decidedOn, decidedBy, reason, isConfirmed});
  });
  return rows;
}

/** Of two days of which either may be open, the one that leaves fewer days. */
function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}

function earlier(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one;
}

/** What holds of the rows; two that contradict each other are refused, both named. */
export function listingsOf(rows: readonly DecisionRow[], path: string): ListEntry[] {
  const {listings, contradictions} = resolveDecisions(rows);
  if (contradictions.length === 0) return listings;
  const faults = contradictions.map(({first, second}) => {
    const [one, other] = first.line < second.line ? [first, second] : [second, first];
    return {
      line: other.line,
      column: "decision",
      what: `it says ${other.decision ?? "robot"} where line ${one.line} says ${one.decision ?? "robot"}, about the same client and days`,
      help: "end one of the two with until, or date the one that holds later in decided_on",
    };
  });
  throw new SheetRefused("BLACKLIST_REFUSED", path, faults);
}
