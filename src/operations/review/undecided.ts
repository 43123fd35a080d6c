import {UserError} from "../../base/error.ts";
import {type Period, periodTitle} from "../../base/period.ts";
import {plural} from "../../base/text.ts";
import {isUndecided, type ReviewedClient} from "../../report/review.ts";
import type {OpenStore} from "../store/judge.ts";
import type {Surroundings} from "./client-names.ts";
import {surveyOpen} from "./survey.ts";

/** Nothing is looked up of clients that are only counted. */
const nowhere: Surroundings = {describe: [], of: () => ({owner: null, country: null})};

/**
 * How many clients of the period are undecided that somebody could still decide about by their address?
 *
 * Those of the review, without the clients of closed months, and others that only have a number.
 *
 * @throws {UserError} as {@link surveyOpen}
 */
export async function countDecidable(open: OpenStore, period: Period): Promise<number> {
  const closed = open.catalogue.closedMonths();
  const months = period.months.filter((month) => !closed.has(month));
  if (open.catalogue.books(months).length === 0) return 0;
  const clients = await clientsOf(open, {...period, months});
  return clients.filter(isDecidable).length;
}

/** Is a client undecided, and known by its address? */
export function isDecidable(client: ReviewedClient): boolean {
  return isUndecided(client) && !client.entry.startsWith("client:");
}

/** None where a book of addresses cannot be opened: nobody can decide by it any more. */
async function clientsOf(open: OpenStore, period: Period): Promise<readonly ReviewedClient[]> {
  try {
    return (await surveyOpen(open, period, nowhere)).clients;
  } catch (fault) {
    if (fault instanceof UserError && fault.code === "WORKSPACE_DAMAGED") return [];
    throw fault;
  }
}

/** "2 clients of July 2005 are undecided". */
export function undecidedSentence(count: number, period: Period): string {
  return `${plural(count, "client", "clients")} of ${periodTitle(period)} ${count === 1 ? "is" : "are"} undecided`;
}
