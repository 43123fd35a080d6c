import type {TwoAddresses} from "../kinds/combined-head.ts";
import {CombinedLines} from "../kinds/combined-line.ts";
import {clientKind} from "../line/client-word.ts";
import {LineFields, type LineReader} from "../line/fields.ts";
import {MixedLines} from "../line/mixed-lines.ts";
import {allFormats, formatCalled} from "./all.ts";
import {type LogFormat, openReader} from "./describe.ts";

/** What lines of an input were found to be written in. */
export interface Detection {
  /** What most of them are. */
  readonly format: LogFormat;
  /** What others of them are, which that format does not fit. */
  readonly others: readonly LogFormat[];
  /** Of two addresses at the beginning of a line, which is the client? Null where either may be. */
  readonly client: TwoAddresses | null;
}

/** Which lines a format fits, by their places. */
interface Fit {
  readonly format: LogFormat;
  readonly places: ReadonlySet<number>;
  /** How many of the lines tell a virtual host. */
  readonly hosts: number;
}

/**
 * Which formats are these lines written in?
 *
 * The one that fits most is the input's; of two that fit as many, the one that tells more virtual hosts, else
 * the one that stands first in the table of formats.
 *
 * @param lines Of the beginning, the middle and the end of an input; blank lines and comments among them, since some name columns.
 * @returns null where no line fits any format.
 */
export function detect(lines: readonly string[]): Detection | null {
  const client = whichAddress(lines);
  const given = {lines, client: client ?? "first"};
  const likely = fitters[likeliest]!({...given, isWhole: false});
  // Of a format that fits fewer lines than one that fits all, nothing more has to be known.
  const isWhole = likely !== null && lines.every((line, place) => likely.places.has(place) || isBlank(line));
  const fits = [...fitters.entries()]
    .map(([place, fit]) => ({place, fit: place === likeliest ? likely : fit({...given, isWhole})}))
    .flatMap(({place, fit}) => (fit === null ? [] : {...fit, place}))
    .sort((one, other) => other.places.size - one.places.size || other.hosts - one.hosts);
  const [first, ...rest] = fits;
  if (first === undefined) return null;
  likeliest = first.place;
  const left = new Set(lines.keys()).difference(first.places);
  const others: Fit[] = [];
  for (const fit of rest) {
    const news = fit.places.intersection(left);
    if (news.size > 0) others.push(fit);
    for (const place of news) left.delete(place);
  }
  return {format: first.format, others: others.map(({format}) => format), client};
}

/** What is to be fitted; `isWhole`: is a fit that is not one of every line as good as none? */
interface Fitting {
  readonly lines: readonly string[];
  readonly client: TwoAddresses;
  readonly isWhole: boolean;
}

function fitOf(format: LogFormat, fitting: Fitting): Fit | null {
  const fields = new LineFields();
  const reader = new MixedLines([openReader(format)]);
  let hosts = 0;
  const places = placesOf(fitting, reader, fields, () => {
    // An address tells no virtual host, though it may stand where some servers write one.
    if (fields.host !== null && clientKind(fields.host) !== "address") hosts++;
  });
  return places.size === 0 ? null : {format, places, hosts};
}

function placesOf(
  {lines, isWhole}: Fitting,
  reader: LineReader,
  fields: LineFields,
  see: () => void,
): ReadonlySet<number> {
  const places = new Set<number>();
  for (const [place, line] of lines.entries()) {
    if (reader.read(line, fields) === null) {
      places.add(place);
      see();
    } else if (isWhole && !isBlank(line)) return new Set();
  }
  return places;
}

function isBlank(line: string): boolean {
  return line.trim() === "";
}

/** The family of the common log format is read by one reader: which of its members the lines are is told by what most of them hold. */
function combinedFit(fitting: Fitting): Fit | null {
  const fields = new LineFields();
  const reader = new MixedLines([new CombinedLines({client: fitting.client})]);
  const counts = {all: 0, host: 0, agent: 0, forwarded: 0};
  const places = placesOf(fitting, reader, fields, () => {
    counts.all++;
    if (fields.host !== null) counts.host++;
    if (fields.agent !== null) counts.agent++;
    if (fields.forwarded !== null) counts.forwarded++;
  });
  if (places.size === 0) return null;
  const isMost = (count: number): boolean => count * 2 > counts.all;
  // A file that changed from common to combined is the one that tells more.
  const base = counts.agent * 10 >= counts.all ? "combined" : "common";
  const name = isMost(counts.host) ? `${base}-vhost` : isMost(counts.forwarded) ? "nginx-main" : base;
  return {format: formatCalled(name)!, places, hosts: counts.host};
}

/** What says which lines formats fit, in the order of the table. */
const fitters: readonly ((fitting: Fitting) => Fit | null)[] = [
  combinedFit,
  ...allFormats
    .filter((format) => format.lines.kind !== "combined")
    .map((format) => (fitting: Fitting) => fitOf(format, fitting)),
];

/** The place among them of what fitted last: the next file is likely to be written so, too. It changes how long it takes, and nothing else. */
let likeliest = 0;

/**
 * Lines that begin with two addresses: the client, and the server's own before or behind it.
 *
 * The one that has a port that changes, or that changes itself, is the client. The server's is the same in line after line.
 */
function whichAddress(lines: readonly string[]): TwoAddresses | null {
  const pairs = lines.map((line) => line.slice(0, 200).split(" ", 3)).filter(areAddresses);
  if (pairs.length === 0) return "first";
  const count = (place: 0 | 1): number => new Set(pairs.map((pair) => pair[place])).size;
  const [one, two] = [count(0), count(1)];
  if (one === 1 && two > 1) return "second";
  return one > 1 && two > 1 && one < 2 * two && two < 2 * one ? null : one >= two ? "first" : "second";
}

function areAddresses([one = "", two = "", next]: readonly string[]): boolean {
  return next !== undefined && clientKind(one) === "address" && clientKind(two) === "address";
}
