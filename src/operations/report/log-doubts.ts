import {figure, type Message, message, month, series} from "../../base/words/message.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";

/** From this share of unreadable lines on, what the others say is doubtful. */
const doubtfulShare = 0.05;

/** What has to be told of the lines of some inputs before any figure: how many of them could not be read, where those are many. */
export function unreadDoubts(inputs: readonly InputRow[]): Message[] {
  const sum = (count: (input: InputRow) => number): number => inputs.reduce((all, input) => all + count(input), 0);
  const unread = sum(({quarantined}) => quarantined);
  const lines = sum((input) => input.lines - input.ignored);
  if (unread === 0 || unread < doubtfulShare * lines) return [];
  const share = message("percent", {number: figure((100 * unread) / lines, 1)});
  return [message("doubt-unread-lines", {unread, lines, share})];
}

/** Requests of months that a report does not show, by month. */
export function outsideDoubts(outside: ReadonlyMap<string, number>): Message[] {
  const months = [...outside.keys()].sort();
  if (months.length === 0) return [];
  const requests = [...outside.values()].reduce((all, count) => all + count, 0);
  const ends = months.length > 3 ? [months[0]!, months.at(-1)!] : months;
  const named = series(ends.map((one) => month(one)));
  return [message("requests-outside", {requests, months: named})];
}
