import type {UnreadCause} from "../../workspace/quarantined.ts";
import {detect} from "../formats/detect.ts";
import type {Refusal, RefusalReason} from "../line/fields.ts";
import {textStranger} from "./text.ts";

/** A line that is no request, as it was looked at. */
export interface UnreadLine extends Refusal {
  /** Its beginning, clean. */
  readonly text: string;
  /** Of the whole line. */
  readonly length: number;
}

const byReason: Partial<Record<RefusalReason, UnreadCause["kind"]>> = {
  "bad-time": "impossible-times",
  "absurd-time": "impossible-times",
  "bad-bytes": "impossible-sizes",
  "too-long": "too-long",
  "no-client": "no-client",
};

/**
 * What do most lines of an input that could not be read seem to be?
 *
 * @param seen The first of them.
 * @param counts How many there are, by reason.
 * @returns null where that cannot be said.
 */
export function causeOf(
  seen: readonly UnreadLine[],
  counts: Readonly<Partial<Record<RefusalReason, number>>>,
): UnreadCause | null {
  const kinds = Map.groupBy(Object.entries(counts), ([reason]) => byReason[reason as RefusalReason] ?? null);
  const [kind] = [...kinds]
    .map(([one, ofIt]) => [one, ofIt.reduce((sum, [, lines]) => sum + lines, 0)] as const)
    .toSorted(([, one], [, other]) => other - one)[0] ?? [null];
  if (kind !== null) return {kind, name: null};
  return causeOfTexts(seen.filter(({reason}) => byReason[reason] === undefined));
}

function causeOfTexts(lines: readonly UnreadLine[]): UnreadCause | null {
  if (lines.length === 0) return null;
  const isMost = (test: (line: UnreadLine) => boolean): boolean => lines.filter(test).length * 2 > lines.length;
  if (isMost(isNoText)) return {kind: "not-text", name: null};
  const texts = lines.map(({text}) => text);
  const format = detect(texts)?.format.name;
  if (format !== undefined) return {kind: "other-format", name: format};
  const stranger = textStranger(texts);
  if (stranger !== null) return {kind: "other-text", name: stranger.what};
  return isMost(isCutOff) ? {kind: "cut-off", name: null} : null;
}

/** No request can be told in fewer characters. */
const shortest = 20;

/** Does the line end before anything in it is wrong, or within quotes? */
function isCutOff({text, column, length}: UnreadLine): boolean {
  const quotes = text.replaceAll('\\"', "").split('"').length - 1;
  return column > length || length < shortest || quotes % 2 === 1;
}

/** Does a byte in ten or more stand for none that a text has? What servers escape in a request are a few. */
function isNoText({text}: UnreadLine): boolean {
  return (text.match(/\\x[0-9A-F]{2}/g)?.length ?? 0) * 13 > text.length;
}
