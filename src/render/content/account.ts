import type {Translator} from "../../base/words/translator.ts";
import type {MonthAccount, Report} from "../../report/report.ts";
import {fullMonth} from "./months.ts";
import {wordsOf} from "./report-words.ts";

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
export function accountRows(report: Report): {verdicts: AccountRow[]; all: AccountRow} {
  const {account} = report;
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
    all: row("requests", wordsOf(report).t("all-requests"), requests),
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
 * Is every request accounted for? What says so, or by how much the account is open.
 *
 * @param whole What is said when the account is whole.
 */
export function accountSentence(report: Report, whole: string): string {
  const words = wordsOf(report);
  const open = openMonths(report.account);
  if (open.length === 0) return whole;
  return words.sentences(
    open.map(({period, requests, judged}) => {
      const month = fullMonth(period, words);
      return words.t("account-is-open", {month, requests: words.number(requests), judged: words.number(judged)});
    }),
  );
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

/**
 * How many lines were read, from how many files, and how many of them are no request; how many requests are none of the account's; which
 * lines count in another file; and which files could not be read.
 */
export function linesSentence(report: Report): string {
  const {inputs} = report;
  const {lines, quarantined, ignored} = inputTotals(inputs);
  const words = wordsOf(report);
  const read =
    inputs.length === 0
      ? words.t("no-log-read")
      : words.t("lines-read", {lines, files: inputs.length, unread: quarantined, ignored});
  return words.sentences([
    read,
    ...outsideSentences(report, words),
    ...repeatedSentences(report, words),
    ...unreadSentences(report, words),
  ]);
}

/** Logs may hold more than the months of a report, and requests for other sites: what makes the account smaller than what was read. */
function outsideSentences({inputs, account, title, site}: Report, words: Translator): string[] {
  const requests = inputTotals(inputs).requests - sum(account.map((month) => month.requests));
  if (requests <= 0) return [];
  return [
    site === null
      ? words.t("lines-outside", {period: title, requests})
      : words.t("lines-outside-site", {period: title, site, requests}),
  ];
}

function repeatedSentences({inputs}: Report, words: Translator): string[] {
  const all = inputs.flatMap(({name, repeated}) => repeated.map((other) => ({...other, own: name})));
  if (all.length === 0) return [];
  const files = words.clauses(all.map(({own, name, lines}) => `${own} → ${name}: ${words.number(lines)}`));
  return [words.t("lines-repeated", {lines: sum(all.map(({lines}) => lines)), files})];
}

/** Which files nothing could be read of, and why, in a sentence; none where all were read. */
export function unreadSentences({unread}: Pick<Report, "unread">, words: Translator): string[] {
  if (unread.length === 0) return [];
  const list = words.clauses(unread.map(({name, reason}) => words.series([name, words.t(`unread-${reason}`)])));
  return [words.t("files-unread", {files: unread.length, list})];
}
