import {clf, epoch, type InstantFormat, iso} from "../line/instant.ts";
import type {LineField, Writing} from "../line/writing.ts";

/**
 * What may stand between two texts of a layout that tells nothing: anything, a number of JSON, numbers as servers write them, or a port
 * that makes no other host.
 */
type PassedOver = "anything" | "number" | "numbers" | "usual port";

/** A text, and the field behind it, which goes up to the first sign of the next text or to the line's end. */
export interface LaidField {
  readonly before: string;
  readonly field: LineField;
  /** Is it a number of JSON, which stands in no quotes? Or numbers as servers write lengths and times? */
  readonly number?: "json" | "several";
  /** Does another field tell the same where this one is empty? */
  readonly hasSecond?: boolean;
}

/** A step of a layout: a text, and what is read behind it. */
export interface LayoutStep {
  readonly before: string;
  readonly reads: Exclude<LineField, "query" | "port" | `forwarded:${string}`> | PassedOver;
  readonly isNumber: boolean;
  readonly mayBeEmpty: boolean;
}

/**
 * How the plain lines of a log stand: the same texts in each, and between them fields that hold none of their signs.
 *
 * It is what a reader of lines says of one line, for the scanner of bytes, which reads all lines that stand so. What does not stand so, or
 * leaves any doubt, that reader reads itself.
 */
export interface LineLayout {
  readonly steps: readonly LayoutStep[];
  /** What stands behind the last field. */
  readonly after: string;
  /** May stand in no field; null where anything may. */
  readonly guard: string | null;
  readonly instants: readonly ("clf" | "iso" | "epoch")[];
  readonly agentEscapes: NonNullable<Writing["agentEscapes"]> | null;
  /** Is a part of the target told elsewhere? */
  readonly hasQuery: boolean;
  /** The comment that named the columns; null where none did. */
  readonly header: string | null;
  /** Longer lines are another thing, in bytes. */
  readonly longestLine: number;
}

/** What a reader knows of its lines. */
export interface LayoutOrder {
  readonly fields: readonly LaidField[];
  readonly after?: string;
  readonly writing: Writing;
  /** Which fields are told last, and count, where two tell the same? In the order of the line where nothing is said. */
  readonly told?: readonly LineField[];
  readonly header?: string | null;
  /** What no field may hold, besides what ends the request; not even the last. */
  readonly separator?: string | null;
  readonly longestLine?: number;
}

/** How long a line may be where its reader sets no other limit. */
const anyLength = 2 ** 30;

/** The layout of such lines; null where some of what they say can be told only by their reader. */
export function laidOut({
  fields,
  after = "",
  writing,
  told,
  header = null,
  separator = null,
  longestLine = anyLength,
}: LayoutOrder): LineLayout | null {
  const order = told ?? fields.map(({field}) => field);
  const instants = instantsOf(writing.instant, order.includes("date") || order.includes("clock"));
  const counted = countedOf(order);
  if (instants === null || counted === null || !tellsRequest(counted)) return null;
  const texts = [...fields.map(({before}) => before), after];
  if (!texts.every(isPlain) || fields.slice(1).some(({before}) => before === "")) return null;
  const escapes = writing.agentEscapes ?? null;
  const steps = fields.map((laid) => stepOf(laid, counted));
  if (!steps.every((step) => step !== null)) return null;
  const request = steps.findIndex(({reads}) => reads === "request");
  const guard = separator ?? (request === -1 ? "" : texts[request + 1]!.charAt(0));
  const hasQuery = order.includes("query");
  return {steps, after, guard: guard || null, instants, agentEscapes: escapes, hasQuery, header, longestLine};
}

/** Every instant of a plain line is one of these; null where the reader knows another way to write them, or stricter rules for halves. */
function instantsOf(instant: InstantFormat | undefined, isInHalves: boolean): LineLayout["instants"] | null {
  if (instant === undefined) return ["clf", "iso", "epoch"];
  if (isInHalves) return null;
  if (instant === clf) return ["clf"];
  if (instant === iso) return ["iso"];
  return instant === epoch ? ["epoch"] : null;
}

/** The fields that count; null where one is told twice, so that it depends on what they hold which of them does. */
function countedOf(order: readonly LineField[]): ReadonlySet<LineField> | null {
  const named = order.filter((field) => field !== "" && field !== "query" && !field.startsWith("forwarded:"));
  const counted = new Set(named);
  if (counted.size < named.length || (counted.has("target") && counted.has("path"))) return null;
  const target = counted.has("path") ? "path" : "target";
  if (!counted.has("request")) return counted;
  const request = named.indexOf("request");
  const isWhole = [named.indexOf("method"), named.indexOf(target)];
  if (isWhole.every((place) => place < request)) {
    for (const part of ["method", target] as const) counted.delete(part);
    return counted;
  }
  if (!isWhole.every((place) => place > request)) return null;
  counted.delete("request");
  return counted;
}

function tellsRequest(fields: ReadonlySet<LineField>): boolean {
  const hasTarget = fields.has("request") || fields.has("target") || fields.has("path");
  const hasHalves = fields.has("date") || fields.has("clock");
  const hasTime = hasHalves ? fields.has("date") && fields.has("clock") && !fields.has("time") : fields.has("time");
  return fields.has("client") && hasTarget && hasTime && fields.has("status");
}

/** Printable, and no newline. */
function isPlain(text: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(text);
}

/** Fields that a number of JSON can tell. */
const numeric: readonly LineField[] = ["status", "bytes", "time"];

function stepOf({before, field, number, hasSecond = false}: LaidField, counted: ReadonlySet<LineField>) {
  const isNumber = number === "json";
  const common = {before, isNumber, mayBeEmpty: !hasSecond};
  if (field === "port" && counted.has("host")) return {...common, reads: "usual port"} satisfies LayoutStep;
  if (!counted.has(field) || field === "port") {
    const reads = number === undefined ? "anything" : isNumber ? "number" : "numbers";
    return {...common, reads} satisfies LayoutStep;
  }
  if (isNumber && !numeric.includes(field)) return null;
  return {...common, reads: field as LayoutStep["reads"]} satisfies LayoutStep;
}
