import {advise} from "../base/advice.ts";
import {UserError} from "../base/error.ts";
import {formatNumber, formatPercent} from "../base/number.ts";
import {visible} from "../base/text.ts";
import {countQuarantined, type Quarantine, type UnreadCause} from "../workspace/quarantined.ts";

/** How many lines of an input could not be read, of those that should be requests. */
export interface UnreadShare {
  readonly unread: number;
  readonly lines: number;
}

/** What counts of an input make its share: lines that are passed over should be none. */
export type UnreadCounts = Readonly<Record<"lines" | "ignored" | "quarantined", number>>;

const doubtfulShare = 0.05;

/** See {@link UnreadShare}. */
export function unreadShare({lines, ignored, quarantined}: UnreadCounts): UnreadShare {
  return {unread: quarantined, lines: lines - ignored};
}

/** Are so many lines unread that what the others say is doubtful? */
export function isDoubtful({unread, lines}: UnreadShare): boolean {
  return unread > doubtfulShare * lines;
}

/** Are more lines unread than read? Then the input is not what it was taken for. */
export function isMostlyUnread({unread, lines}: UnreadShare): boolean {
  return 2 * unread > lines;
}

/** How many lines could not be read, and what they seem to be: for a terminal. */
export function unreadTold(name: string, {unread, lines}: UnreadShare, cause: UnreadCause | null): string {
  const share = `${formatNumber(unread)} of ${formatNumber(lines)} lines of ${name} could not be read (${formatPercent(unread / lines)})`;
  return cause === null ? share : `${share}; they seem to be ${causeText(cause)}`;
}

function causeText({kind, name}: UnreadCause): string {
  const texts: Readonly<Record<UnreadCause["kind"], string>> = {
    "other-format": `of another format, ${name}`,
    "other-text": name ?? "no access log",
    "cut-off": "cut off",
    "not-text": "no text, or packed",
    "impossible-times": "dated on days that cannot be",
    "impossible-sizes": "damaged: they claim sizes that cannot be",
    "too-long": "longer than a megabyte",
    "no-client": "without a client at their beginning",
  };
  return texts[kind];
}

/** The fault of an input of which more than half could not be read. */
export function mostlyUnread(where: string, share: UnreadShare, {lines, cause}: Quarantine): UserError {
  const [first] = lines;
  const shown = first === undefined || first.excerpt === "" ? "" : `. Line ${first.line} is ${first.excerpt}`;
  const place = first === undefined ? visible(where) : `${visible(where)}:${first.line}:${first.column}`;
  return new UserError(
    "INPUT_MOSTLY_UNREAD",
    `${unreadTold("it", share, cause)}${shown}`,
    advise("accept-unreadable"),
    place,
  );
}

/** The share of some lines, with those that were read before. */
export function shareWith(
  before: UnreadCounts | null,
  {lines, ignored, quarantined}: Pick<UnreadCounts, "lines" | "ignored"> & {readonly quarantined: Quarantine},
): UnreadShare {
  const own = unreadShare({lines, ignored, quarantined: countQuarantined(quarantined)});
  if (before === null) return own;
  const earlier = unreadShare(before);
  return {unread: own.unread + earlier.unread, lines: own.lines + earlier.lines};
}
