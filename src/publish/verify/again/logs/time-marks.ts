import {unpacked} from "../../../../intake/bytes/read.ts";
import type {LogAtHand} from "./at-hand.ts";

const newline = 10;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** So much of a log tells how it writes times. */
const lookedAt = 1 << 16;
const mostOffsets = 4;
const [minuteSeconds, hourSeconds] = [60, 3600];

/**
 * Where in a log may another begin that was put behind others? At the first line that holds the instant of its first request, and at the
 * comments before that line.
 *
 * @param instants In UTC, `2005-07-01T00:00:00Z`.
 * @returns Bytes of the text, for each instant that stands there.
 */
export async function placesOfInstants(
  log: LogAtHand,
  instants: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const places = new Map<string, readonly number[]>();
  let waiting: readonly {readonly instant: string; readonly texts: readonly string[]}[] | null = null;
  let [rest, at]: [Buffer, number] = [Buffer.alloc(0), 0];
  for await (const piece of unpacked(log)) {
    const text = Buffer.concat([rest, piece]);
    waiting ??= instants.map((instant) => ({instant, texts: textsOf(instant, text)}));
    const end = text.lastIndexOf(newline) + 1;
    const lines = text.subarray(0, end);
    waiting = waiting.filter(({instant, texts}) => {
      const found = texts.map((one) => lines.indexOf(one)).filter((place) => place >= 0);
      if (found.length === 0) return true;
      const start = lines.lastIndexOf(newline, Math.min(...found)) + 1;
      places.set(instant, [at + start, at + beforeComments(lines, start)]);
      return false;
    });
    if (waiting.length === 0) break;
    rest = Buffer.from(text.subarray(end));
    at += end;
    // A line without an end is no log's.
    if (rest.length > 1 << 24) break;
  }
  return places;
}

function beforeComments(lines: Buffer, from: number): number {
  let start = from;
  while (start > 0) {
    const before = lines.lastIndexOf(newline, start - 2) + 1;
    if (lines[before] !== 0x23) break;
    start = before;
  }
  return start;
}

/** The instant as the log may write it: as in the common format, or as in others; in its own zone, an hour more or less by summer time. */
function textsOf(instant: string, text: Buffer): string[] {
  const second = Date.parse(instant) / 1000;
  const head = text.toString("latin1", 0, lookedAt);
  const isCommon = /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:/.test(head);
  const zones = [...head.matchAll(/\d\d:\d\d:\d\d(?:\.\d{1,9})? ?([+-]\d\d):?(\d\d)/g)].map(([, hours, minutes]) => {
    return Number(hours) * hourSeconds + Math.sign(Number(`${hours}1`)) * Number(minutes) * minuteSeconds;
  });
  const offsets = [...new Set([0, ...zones])].slice(0, mostOffsets);
  const all = [...new Set(offsets.flatMap((offset) => [offset, offset + hourSeconds, offset - hourSeconds]))];
  const written = all.flatMap((offset) => {
    const iso = new Date((second + offset) * 1000).toISOString();
    const [day, clock] = [iso.slice(0, 10), iso.slice(11, 19)];
    const [year, month, date] = day.split("-");
    return isCommon
      ? [`${date}/${months[Number(month) - 1]}/${year}:${clock}`]
      : [`${day}T${clock}`, `${day} ${clock}`];
  });
  return isCommon ? written : [...written, String(second)];
}
