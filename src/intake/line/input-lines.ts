import {LineParts} from "../carriers/line-parts.ts";
import {allFormats, formatCalled} from "../formats/all.ts";
import {openReader} from "../formats/describe.ts";
import type {TwoAddresses} from "../kinds/combined-head.ts";
import {CombinedLines} from "../kinds/combined-line.ts";
import {trustedNetworks} from "../proxies/all-proxies.ts";
import type {LineShape} from "../scanner/line-scanner.ts";
import {compileString, isFormatString} from "../strings/compile.ts";
import {type ClientChoice, chooseClient} from "./choose-client.ts";
import {type AddressSource, connection, ignored, LineFields, type LineReader, type Reading} from "./fields.ts";
import type {ClientJudgement} from "./judge-clients.ts";
import {type LineStanding, MixedLines} from "./mixed-lines.ts";

/** How the lines of an input are read: plain data, which goes from thread to thread. */
export interface ReadingPlan extends ClientJudgement {
  /** Names of formats, or format strings; the likeliest first. */
  readonly formats: readonly string[];
  /** Were the formats named by a person? Then no other is tried. */
  readonly isNamed: boolean;
  /** Of two addresses at the beginning of a line, which is the client? */
  readonly client: TwoAddresses;
  /** Did a person say which? */
  readonly isClientSaid: boolean;
  /** Did a person say where clients are looked for? */
  readonly isOrderSaid: boolean;
  /** Where the client's address is looked for, the first that holds one. */
  readonly order: readonly AddressSource[];
  /** Fields of the lines that are looked at beside those. */
  readonly fields: readonly AddressSource[];
  /** Networks and names of proxies that are passed over in lists of forwarded addresses. */
  readonly trusted: readonly string[];
  /** Is a connection that is one of theirs passed over, where a header names anybody? */
  readonly asksBehindTrusted: boolean;
  /** Another field of the lines that holds addresses of more clients; null where none does. */
  readonly better: AddressSource | null;
  /** Lines that came before those that are read, and that name columns. */
  readonly headers: readonly string[];
}

/** A request can be no older than the Web. */
export const earliestYear = 1991;

/** An instant in seconds: what is dated before it is no request. */
export const earliest = Date.UTC(earliestYear, 0, 1) / 1000;

/** Comments that say how the lines below them are to be read. */
export const headerKinds: readonly RegExp[] = [/^#date:/i, /^#fields:/i];

/** The last ones tell. */
const mostHeaders = 8;

/** So many lines that fit nothing are tried with every format there is; after that only with those that the input has. */
const mostTried = 500;

/** And no more of their signs together: a line of a megabyte, made to fit nothing, takes seconds. */
const mostSignsTried = 1 << 18;

/** Takes the lines of one input apart, and says whose each request is. */
export class InputLines {
  readonly fields = new LineFields();
  readonly #reader: MixedLines;
  readonly #parts = new LineParts();
  readonly #choice: ClientChoice;
  readonly #latest: number;
  readonly #isNamed: boolean;
  readonly #isByConnection: boolean;
  /** Fields of lines that may hold the client. */
  readonly #named: readonly AddressSource[];
  readonly #known: ReadonlySet<string>;
  #others: {readonly name: string; readonly reader: LineReader}[] | null = null;
  #tried = 0;
  #signsTried = 0;
  /** Comments that name columns, for readers that are made when a line fits no other. */
  readonly #headers: string[];

  /** @param latest Instant in seconds; a line dated after it is refused. */
  constructor(plan: ReadingPlan, latest: number) {
    this.#reader = new MixedLines(plan.formats.map((name) => readerNamed(name, plan)));
    const {order, asksBehindTrusted} = plan;
    this.#choice = {order, trusted: trustedNetworks(plan.trusted), asksBehindTrusted};
    this.#named = namedIn(plan);
    this.#latest = latest;
    this.#isNamed = plan.isNamed;
    this.#isByConnection = isByConnection(plan);
    this.#known = new Set(plan.formats);
    this.#headers = [...plan.headers];
    for (const header of plan.headers) this.#reader.read(header, this.fields);
  }

  /** What was passed over before lines, and how often, by its name. */
  get passedOver(): ReadonlyMap<string, number> {
    return this.#reader.passedOver;
  }

  /**
   * What does the line say? Where it is a request, {@link fields} hold it, the client among them as it was chosen.
   *
   * @param text Clean; see `line/clean.ts`.
   */
  read(text: string): Reading {
    const whole = this.#parts.take(text);
    if (whole === "more") return ignored;
    const reading = this.#readLine(text);
    // What is a request by itself is no end of another line.
    if (whole === null || reading === null) return reading;
    return whole.text === null ? {reason: "too-long", column: 1} : this.#readLine(whole.text);
  }

  #readLine(text: string): Reading {
    const reading = this.#readByAny(text);
    if (reading !== null) return reading;
    const {fields} = this;
    if (fields.second < earliest || fields.second > this.#latest) {
      return {reason: "absurd-time", column: fields.timeColumn};
    }
    fields.client = chooseClient(fields, this.#choice);
    return null;
  }

  /** How do plain lines stand that are like this one, which is a request? Null where each has to be read as text. */
  standingOf(text: string): LineStanding | null {
    return this.#isByConnection ? this.#reader.standingOf(text) : null;
  }

  #readByAny(text: string): Reading {
    const reading = this.#reader.read(text, this.fields);
    if (reading === ignored && text.startsWith("#")) this.#keepHeader(text);
    if (reading === null || reading === ignored || this.#isNamed || this.#tried >= mostTried) return reading;
    if (this.#signsTried + text.length > mostSignsTried) return reading;
    // The file may have changed its format in the middle.
    this.#others ??= allFormats
      .filter(({name, lines}) => !this.#known.has(name) && lines.kind !== "combined")
      .map((format) => ({name: format.name, reader: new MixedLines([openReader(format, this.#named)])}));
    for (const header of this.#headers.splice(0)) for (const {reader} of this.#others) reader.read(header, this.fields);
    for (const {reader} of this.#others) if (reader.read(text, this.fields) === null) return null;
    this.#tried++;
    this.#signsTried += text.length;
    return reading;
  }

  #keepHeader(text: string): void {
    if (!headerKinds.some((kind) => kind.test(text))) return;
    this.#headers.push(text);
    if (this.#headers.length > mostHeaders) this.#headers.shift();
  }
}

/**
 * What the requests among lines of a sample tell, one after the other.
 *
 * @returns The same fields each time, written over by the next.
 */
export function* requestsIn(sample: readonly string[], plan: ReadingPlan): Generator<LineFields> {
  const lines = new InputLines(plan, Number.POSITIVE_INFINITY);
  for (const text of sample) if (lines.read(text) === null) yield lines.fields;
}

/** The fields that lines are asked for by their names. */
function namedIn({order, fields}: ReadingPlan): AddressSource[] {
  return [...new Set([...order, ...fields])].filter((source) => source !== connection);
}

function readerNamed(name: string, plan: ReadingPlan): LineReader {
  const {client, isClientSaid, isNamed} = plan;
  const fields = namedIn(plan);
  if (isFormatString(name)) return compileString(name, fields).open();
  const format = formatCalled(name);
  if (!format) throw new Error(`no log format is called ${name}`);
  if (format.lines.kind !== "combined") return openReader(format, fields);
  // Who names a format with a virtual host says that the first of two addresses is the server's.
  const named = isNamed && !isClientSaid && format.lines.records.includes("host") ? "second" : client;
  return new CombinedLines({...format.lines.options, client: named});
}

/**
 * How do plain lines of the input look to the scanner of bytes? Null where every line is read as text: the client is not the first word,
 * or it is another format.
 */
export function shapeOf(plan: ReadingPlan): LineShape | null {
  const format = formatCalled(plan.formats[0] ?? "");
  if (format?.lines.kind !== "combined" || plan.client !== "first" || !isByConnection(plan)) return null;
  const {records} = format.lines;
  return {hasHost: records.includes("host"), hasOrigin: records.includes("agent")};
}

/** Is the other end of each connection the client, whatever else lines name? */
function isByConnection({order, trusted}: ReadingPlan): boolean {
  return order[0] === connection && trusted.length === 0;
}
