import {figure, type Message, message, month, series} from "../../base/words/message.ts";
import {readingIn} from "../../intake/recorded-reading.ts";
import {isDoubtful, unreadShare} from "../../intake/unread-share.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";
import type {UnreadCause} from "../../workspace/quarantined.ts";

/** What has to be told of the lines of some inputs before any figure: where many of one's could not be read, how many, and what they seem to be. */
export function unreadDoubts(inputs: readonly InputRow[]): Message[] {
  const doubtful = inputs.map((input) => ({...unreadShare(input), input})).filter(isDoubtful);
  if (doubtful.length === 0) return [];
  const unread = doubtful.reduce((sum, one) => sum + one.unread, 0);
  const lines = doubtful.reduce((sum, one) => sum + one.lines, 0);
  const share = message("percent", {number: figure((100 * unread) / lines, 1)});
  const counts = {inputs: doubtful.length, all: inputs.length};
  const causes = doubtful.flatMap(({input}) => readingIn(input.reading)?.unread ?? []);
  return [message("doubt-unread-lines", {unread, lines, share, ...counts}), ...causesTold(causes)];
}

function causesTold(causes: readonly UnreadCause[]): Message[] {
  const byText = new Map(causes.map((cause) => [`${cause.kind} ${cause.name}`, cause]));
  if (byText.size === 0) return [];
  return [message("doubt-unread-causes", {causes: series([...byText.values()].map(causeMessage))})];
}

/** In the language of a report: what a text is by its kind is known in English alone. */
function causeMessage({kind, name}: UnreadCause): Message {
  return kind === "other-format" ? message("unread-other-format", {format: name ?? ""}) : message(`unread-${kind}`);
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
