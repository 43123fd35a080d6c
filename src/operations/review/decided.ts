import {isHostName, parseNetwork} from "../../base/address.ts";
import {canonicalClient} from "../../base/client-name.ts";
import {daysOfMonth, type Period} from "../../base/period.ts";
import {type ClientSelector, selectorBits} from "../../methodology/decisions/entry.ts";
import {groupText} from "../../methodology/decisions/group.ts";
import {entryCell} from "../../methodology/decisions/read.ts";
import {
  type DecisionRow,
  decisionOf,
  decisionOn,
  type HeldDays,
  heldWithout,
  keyOf,
} from "../../methodology/decisions/resolve.ts";
import type {DecidedGroup, ReviewedClient} from "../../report/review.ts";
import {readerId} from "../../workspace/reader-id.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {decisionsFor} from "./blacklist.ts";

/** Is one client meant, and not a network or an agent? */
export function isOneClient(who: ClientSelector): boolean {
  return !("agentText" in who) && selectorBits(who) === 0;
}

/** The clients that the blacklist names one by one, and what was decided about each. */
export class DecidedClients {
  /** As they are hashed. */
  readonly names: readonly string[];
  readonly #rows: ReadonlyMap<string, readonly DecisionRow[]>;

  private constructor(rows: readonly DecisionRow[], key: string) {
    const single = rows.filter(({who}) => isOneClient(who) || "group" in who);
    this.names = single.flatMap(({who}) => ("client" in who ? [nameOf(who.client)] : []));
    this.#rows = Map.groupBy(single, ({who}) => decidedClientIn(who, key));
  }

  /** @throws {UserError} BLACKLIST_REFUSED */
  static read(workspace: Workspace, months: readonly string[]): DecidedClients {
    return new DecidedClients(decisionsFor(workspace, months), workspace.key);
  }

  /** What holds for a client, by its number: on the last day of the period that a decision speaks of. Null for none. */
  about(client: string, {months}: Pick<Period, "months">): ReviewedClient["decision"] {
    const row = this.rowAbout(client, months);
    return row === null ? null : decisionIn(row);
  }

  /** The row of {@link about}. */
  rowAbout(client: string, months: readonly string[]): DecisionRow | null {
    const rows = this.#rows.get(client) ?? [];
    if (rows.length === 0) return null;
    for (const day of months.flatMap(daysOfMonth).toReversed()) {
      const row = decisionOn(rows, day);
      if (row !== null) return row;
    }
    return null;
  }

  /** The groups that are left out on days of the months, each with the last decision about it. */
  groupsIn(months: readonly string[]): DecidedGroup[] {
    return [...this.#rows].flatMap(([key, [first]]): DecidedGroup[] => {
      if (first === undefined || !("group" in first.who)) return [];
      const row = this.rowAbout(key, months);
      if (row === null || decisionOf(row) === "later") return [];
      return [{entry: groupText(first.who.group) ?? "", decision: decisionIn(row)}];
    });
  }

  /** Does one decision, or none, hold for the client on every day of the months? */
  isThroughout(client: string, months: readonly string[]): boolean {
    const rows = this.#rows.get(client) ?? [];
    const held = months.flatMap(daysOfMonth).map((day) => decisionOn(rows, day));
    return rows.length === 0 || new Set(held.map((row) => (row === null ? null : decisionOf(row)))).size === 1;
  }

  /** What would hold if a row about a client, by its number, were not there. */
  heldWithout(client: string, taken: DecisionRow): HeldDays[] {
    const rows = this.#rows.get(client) ?? [];
    const like = rows.filter(({who}) => keyOf(who) === keyOf(taken.who));
    return heldWithout(like, taken);
  }
}

/** What a row says, as a review shows it. */
export function decisionIn(row: DecisionRow): NonNullable<ReviewedClient["decision"]> {
  const {decidedBy, decidedOn, reason, from, until} = row;
  return {decision: decisionOf(row), by: decidedBy, on: decidedOn, reason, from, until};
}

/** The number of a client of the review, as text. */
export function clientOf({entry}: Pick<ReviewedClient, "entry">, key: string): string {
  return decidedClientIn(entryCell.parse(entry), key);
}

/** The number of the client that an entry means, as text; of a group what it is known by. */
export function decidedClientIn(who: ClientSelector, key: string): string {
  if ("group" in who) return keyOf(who);
  if ("number" in who) return String(BigInt(`0x${who.number}`));
  return "client" in who ? String(readerId(nameOf(who.client), key)) : "";
}

/** What a client is called where it is hashed. */
function nameOf(client: string): string {
  const network = parseNetwork(client);
  return canonicalClient(network === null ? client : network.address);
}

/**
 * How is a client written in the blacklist?
 *
 * @param name Null where nobody knows it. What a server logged may be neither address nor host.
 */
export function blacklistEntry(client: string, name: string | null): string {
  if (name !== null && (parseNetwork(name) !== null || isHostName(name))) return name;
  return `client:${BigInt(client).toString(16).padStart(16, "0")}`;
}
