import {formatNumber, formatPercent} from "../../base/number.ts";
import {monthTitle} from "../../base/period.ts";
import {joinAnd, plural, visible} from "../../base/text.ts";
import {mastheadOf} from "../../report/masthead.ts";
import {
  type DecidedGroup,
  isOfWaveAlone,
  isUndecided,
  type ListedMonth,
  type Review,
  type ReviewedClient,
  wavesIn,
} from "../../report/review.ts";
import type {RenderOptions} from "../options.ts";
import {joinParts, titleLines} from "../text/page.ts";
import {openPaint, type Paint} from "../text/paint.ts";
import {shorten, wrap} from "../text/wrap.ts";
import {effectGrid} from "./review-effects.ts";
import {longestText, mostShown, waveLines} from "./review-wave.ts";

/** The clients that a person is to look at, for a terminal. */
export function renderReviewText(review: Review, options: RenderOptions): string {
  const paint = openPaint(options);
  const prose = Math.min(Math.max(80, options.width), 100);
  const heading = `${mastheadOf(review)} · clients to look at, ${review.title}`;
  return joinParts([
    titleLines(heading, review.timeZone, prose, prose, paint),
    introLines(review, prose),
    ...wavesIn(review).map((wave) => waveLines(review, wave, prose, paint)),
    ...[...review.clients.entries()]
      .filter(([, client]) => !isOfWaveAlone(client))
      .flatMap(([place, client]) => clientParts(review, client, place + 1, {...options, width: prose})),
    closingLines(review, prose),
  ]);
}

/** One client of a review, for a terminal. */
export function renderClientText(review: Review, client: ReviewedClient, options: RenderOptions): string {
  const prose = Math.min(Math.max(80, options.width), 100);
  return joinParts(clientParts(review, client, review.clients.indexOf(client) + 1, {...options, width: prose}));
}

/** How many are to be looked at, and why? A sentence. */
export function reviewSentence({clients, limit, isLimitInForce}: Review): string {
  if (clients.length === 0) {
    return `No client took more than ${plural(limit, "document", "documents")} in a month, and none may be a robot that does not say so.`;
  }
  const state = stateOf(clients.length, clients.filter(isUndecided).length);
  const over = clients.filter(({listed: months}) => months.some(({isOverLimit}) => isOverLimit)).length;
  const rule = isLimitInForce ? "" : ", which is not in force";
  const is = plural(over, "client is", "clients are");
  const parts = [
    ...(over > 0 ? [`${is} over the limit of ${plural(limit, "document", "documents")} in a month${rule}`] : []),
    ...(over < clients.length ? [mayBeRobots(clients.length - over, over > 0)] : []),
  ];
  return `${joinAnd(parts)}. ${state}`;
}

/** "2 more may be robots that do not say so". */
function mayBeRobots(count: number, isMore: boolean): string {
  const who = isMore ? `${formatNumber(count)} more` : plural(count, "client", "clients");
  return `${who} may be ${count === 1 ? "a robot that does" : "robots that do"} not say so`;
}

function stateOf(count: number, undecided: number): string {
  if (undecided === 0) return count === 1 ? "It is decided." : "All are decided.";
  if (undecided === count) return count === 1 ? "It is undecided." : "All are undecided.";
  return `${formatNumber(undecided)} of them ${undecided === 1 ? "is" : "are"} undecided.`;
}

function introLines(review: Review, width: number): string[] {
  const closed = [...review.closed].map(([month, on]) => `${monthTitle(month)} was closed on ${on}`);
  const about = ": only the blacklist knows addresses of it, and nothing is decided about it any more.";
  return [
    ...wrap(visible(reviewSentence(review)), width),
    ...(closed.length > 0 ? wrap(`${joinAnd(closed)}${about}`, width) : []),
  ];
}

function closingLines({clients, groups, period, lookedUpIn}: Review, width: number): string[] {
  const decided = groups.flatMap((group) => wrap(visible(groupSentence(group)), width));
  if (clients.length === 0) return decided;
  return [
    ...decided,
    ...wrap(
      `Left out: decided to be a robot or a developer. Decide on a terminal, or write broadsheet review ${period} --format csv > decisions.csv, fill in the columns decision and reason, and give it back with --decide decisions.csv.`,
      width,
    ),
    ...wrap(visible(`Looked up in ${lookedUpIn.join(", ")}.`), width),
  ];
}

function groupSentence({entry, decision}: DecidedGroup): string {
  const is = decision.decision === "developer" ? "developers" : "robots";
  return `Left out as ${is}, and not listed: ${entry}. ${decisionSentence(decision)}. To take it back: --undo "${entry}".`;
}

function clientParts(review: Review, client: ReviewedClient, number: number, options: RenderOptions): string[][] {
  const paint = openPaint(options);
  const {width} = options;
  const indent = "   ";
  const about = {first: indent, rest: `${indent}  `};
  const lines = [
    ...headLines(client, number, width, paint),
    ...client.listed.flatMap((month) => wrap(monthSentence(review, client, month), width, about)),
    ...wrap(hoursSentence(client), width, about),
    ...wrap(`Agents: ${agentsText(client)}`, width, about),
    ...wrap(`Took most: ${documentsText(client)}`, width, about),
    ...effectLines(review, client, width - indent.length, paint).map((line) => `${indent}${line}`),
  ];
  return [lines];
}

function headLines(
  {entry, owner, country, reverseName, decision}: ReviewedClient,
  number: number,
  width: number,
  paint: Paint,
): string[] {
  const first = `${number}`.padEnd(2);
  const facts = [
    reverseName,
    owner,
    country ?? "country not known",
    decision === null ? "undecided" : decision.decision === "later" ? "to be looked at later" : decision.decision,
  ];
  const text = [entry, ...facts.filter((fact) => fact !== null)].map((part) => visible(part)).join(" · ");
  const [head = "", ...rest] = wrap(text, width, {first: `${first} `, rest: "   "});
  const said = decision === null ? [] : wrap(visible(decisionSentence(decision)), width, {first: "   ", rest: "     "});
  return [paint.strong(head), ...rest, ...said];
}

function decisionSentence({by, on, reason, from, until}: NonNullable<ReviewedClient["decision"]>): string {
  const days = [from === null ? "" : `from ${from}`, until === null ? "" : `until ${until}`].filter(
    (part) => part !== "",
  );
  const who = [by === "" ? "" : `by ${by}`, on === "" ? "" : `on ${on.replace("T", " ").replace("Z", " UTC")}`];
  const made = who.filter((part) => part !== "").join(" ");
  return `Decided ${[made, days.length > 0 ? `for the days ${days.join(" ")}` : ""].filter((part) => part !== "").join(", ") || "before"}: ${reason === "" ? "no reason given" : reason}`;
}

function monthSentence({limit}: Review, client: ReviewedClient, {month, isOverLimit, grounds}: ListedMonth): string {
  const span = client.spans.find((one) => one.span === month);
  const {documents, bytes} = span?.asReader ?? {documents: 0, bytes: null};
  const share = documents === 0 ? 0 : (span?.differentDocuments ?? 0) / documents;
  const size = bytes === null ? "size not recorded" : `${formatNumber(bytes / 1e6, 1)} MB`;
  const reasons = [
    ...(isOverLimit ? [`more than ${plural(limit, "document", "documents")} in the month`] : []),
    ...grounds.map(({label, found}) => `${label} (${foundText(found)})`),
  ];
  return `${monthTitle(month)}: ${plural(documents, "document", "documents")}, ${formatPercent(share)} of them different, ${size}. Listed for ${joinAnd(reasons)}.`;
}

function foundText(found: number): string {
  return found < 1 ? formatPercent(found) : formatNumber(found, Number.isInteger(found) ? 0 : 1);
}

function hoursSentence({hours}: ReviewedClient): string {
  const active = hours.filter((documents) => documents > 0).length;
  const most = Math.max(...hours);
  const course = hours.map((documents) =>
    documents === 0 ? "·" : "▁▂▃▄▅▆▇█".charAt(Math.ceil((documents / most) * 8) - 1),
  );
  return `Active in ${active} of 24 hours of the day: 0 ${course.join("")} 23`;
}

function agentsText({agents, agentCount}: ReviewedClient): string {
  const named = agents.slice(0, mostShown).map(({agent, documents}) => {
    const name = agent === null ? "(not recorded)" : agent === "" ? "(empty)" : shorten(visible(agent), longestText);
    return agentCount === 1 ? name : `${name} (${formatNumber(documents)})`;
  });
  const more = agentCount - named.length;
  return [...named, ...(more > 0 ? [`and ${formatNumber(more)} more`] : [])].join("; ");
}

function documentsText({documents}: ReviewedClient): string {
  return documents
    .slice(0, mostShown)
    .map(({document, documents: count}) => `${shorten(visible(document), longestText)} (${formatNumber(count)})`)
    .join(", ");
}

/** What each decision would do to the figures of the months that the client is listed for. */
function effectLines(review: Review, client: ReviewedClient, width: number, paint: Paint): string[] {
  const months = client.listed.map(({month}) => month);
  return months.flatMap((month) => {
    const span = review.spans.find(({name}) => name === month);
    const own = client.spans.find((one) => one.span === month);
    if (!span || !own) return [];
    return effectGrid(span, [own], width, paint);
  });
}
