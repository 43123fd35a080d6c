import {formatNumber} from "../base/number.ts";
import {plural} from "../base/text.ts";
import type {MonthAccount, Report} from "../report/report.ts";
import {fullMonth} from "./months.ts";

/** One row of the account: a verdict over all months, or all requests. */
export interface AccountRow {
  readonly id: string;
  readonly label: string;
  /** In step with the months of the account. */
  readonly requests: readonly number[];
  readonly total: number;
  /** Of all requests of the account, 0 to 1; null when there are none. */
  readonly shareRatio: number | null;
}

/** The account turned on its side: a row a verdict, in order of first appearance, and the row of all requests. */
export function accountRows(account: readonly MonthAccount[]): {verdicts: AccountRow[]; all: AccountRow} {
  const labels = new Map(account.flatMap(({verdicts}) => verdicts.map(({id, label}) => [id, label])));
  const requests = account.map((month) => month.requests);
  const whole = sum(requests);
  const row = (id: string, label: string, counts: readonly number[]): AccountRow => {
    const total = sum(counts);
    return {id, label, requests: counts, total, shareRatio: whole === 0 ? null : total / whole};
  };
  return {
    // A verdict that a month does not list was given to none of its requests.
    verdicts: [...labels].map(([id, label]) =>
      row(
        id,
        label,
        account.map((month) => requestsOf(month, id)),
      ),
    ),
    all: row("requests", "All requests", requests),
  };
}

function requestsOf(month: MonthAccount, id: string): number {
  return sum(month.verdicts.filter((verdict) => verdict.id === id).map(({requests}) => requests));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The months whose verdicts do not add up to their requests: none, unless there is a bug upstream. */
function openMonths(account: readonly MonthAccount[]): {period: string; requests: number; judged: number}[] {
  return account
    .map(({period, requests, verdicts}) => ({
      period,
      requests,
      judged: sum(verdicts.map((verdict) => verdict.requests)),
    }))
    .filter(({requests, judged}) => judged !== requests);
}

/**
 * Is every request accounted for? A clause that says so and takes an addition, or by how much the account is open.
 *
 * @param end What closes the clause when the account is whole: a full stop, or a colon and where to look.
 */
export function accountSentence(account: readonly MonthAccount[], end = "."): string {
  const open = openMonths(account);
  if (open.length === 0) return `Every request is accounted for${end}`;
  return open
    .map(({period, requests, judged}) => {
      const [has, got] = [formatNumber(requests), formatNumber(judged)];
      return `${fullMonth(period)} has ${has} requests, but its verdicts add up to ${got}.`;
    })
    .join(" ");
}

/** What the logs held, added up over all of them. */
export function inputTotals(
  inputs: Report["inputs"],
): Record<"lines" | "requests" | "quarantined" | "ignored", number> {
  return {
    lines: sum(inputs.map(({lines}) => lines)),
    requests: sum(inputs.map(({requests}) => requests)),
    quarantined: sum(inputs.map(({quarantined}) => quarantined)),
    ignored: sum(inputs.map(({ignored}) => ignored)),
  };
}

/** How many lines were read, from how many files, and how many of them are no request. */
export function linesSentence({inputs}: Pick<Report, "inputs">): string {
  const {lines, quarantined, ignored} = inputTotals(inputs);
  const read = `${plural(lines, "line", "lines")} in ${plural(inputs.length, "file", "files")}`;
  const unread = quarantined === 0 ? "all could be read" : `${formatNumber(quarantined)} could not be read`;
  const left =
    ignored === 0 ? "" : `; ${formatNumber(ignored)} ${ignored === 1 ? "is" : "are"} no request (headers, blank lines)`;
  return `${read}; ${unread}${left}.`;
}
