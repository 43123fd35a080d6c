import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {Head} from "../bytes/head.ts";
import {unpackedBytes} from "../bytes/read.ts";
import {refusals, refuse} from "../facts/quarantine.ts";
import {allFormats} from "../formats/all.ts";
import {openReader} from "../formats/describe.ts";
import {detect} from "../formats/detect.ts";
import {ignored, LineFields, type Refusal} from "../line/fields.ts";
import {InputLines, type ReadingPlan} from "../line/input-lines.ts";
import type {PackedFile} from "../packings/packing.ts";
import {encodingOf} from "../packings/plain-text.ts";
import {binaryStranger, type Stranger} from "./binary.ts";
import {textStranger} from "./text.ts";

/** How the lines were read of which none is a request. */
interface TriedReading {
  readonly plan: ReadingPlan;
  /** Instant in seconds; a line dated after it is refused. */
  readonly latest: number;
}

/** The fault of an input without a request in it: what it is instead, or where it parts from the format that was given. */
export async function notALog({file, sample}: Head, tried: TriedReading | null): Promise<UserError> {
  if (tried?.plan.isNamed) return unlikeFormat(file, sample, tried);
  const where = visible(file.where);
  const binary = await binaryStrangerOf(file);
  const first = binary === null && tried !== null ? firstRefusal(sample, tried) : null;
  const damaged = binary !== null ? null : first !== null && isDamage(first) ? first : damagedLine(sample);
  if (damaged !== null) {
    return new UserError(
      "INPUT_NOT_A_LOG",
      `no line of it can be counted: line ${damaged.line}, like the others, ${refusals[damaged.reason]}`,
      "look at that line, and at the clock and the program that wrote it",
      `${where}:${damaged.line}:${damaged.column}`,
    );
  }
  const stranger = binary ?? textStranger(sample);
  if (stranger !== null) {
    return new UserError(
      "INPUT_NOT_A_LOG",
      `it is ${visible(stranger.what)}; no line of it fits a log format`,
      stranger.help ?? "name an access log",
      where,
    );
  }
  return new UserError(
    "INPUT_NOT_A_LOG",
    `no line of it fits a log format${first ? `; line ${first.line} is ${first.shape}` : ""}`,
    advise("give-format"),
    where,
  );
}

/** What is the file, by its first bytes? Text in UTF-16 has bytes of its own. */
async function binaryStrangerOf(file: PackedFile): Promise<Stranger | null> {
  for await (const piece of unpackedBytes(file)) {
    if (piece.length === 0) continue;
    return encodingOf(piece) === "utf-8" ? binaryStranger(piece) : null;
  }
  return null;
}

/** The first line that does not fit, where it parts from the format, and what was expected there. */
interface FirstRefusal extends Refusal {
  readonly line: number;
  readonly shape: string;
}

function firstRefusal(sample: readonly string[], {plan, latest}: TriedReading): FirstRefusal | null {
  const lines = new InputLines(plan, latest);
  for (const [place, text] of sample.entries()) {
    const reading = lines.read(text);
    if (reading === null || reading === ignored) continue;
    return {...reading, line: place + 1, shape: refuse(place + 1, text, reading).excerpt};
  }
  return null;
}

/** Does the line fit its format, but for a value that cannot be? */
function isDamage({reason}: Refusal): boolean {
  return reason === "bad-bytes" || reason === "bad-time" || reason === "absurd-time";
}

type DamagedLine = Refusal & {readonly line: number};

/** The first line that some format fits but for a value that cannot be; null where there is none. */
function damagedLine(sample: readonly string[]): DamagedLine | null {
  const fields = new LineFields();
  for (const format of allFormats) {
    const reader = openReader(format);
    for (const [place, text] of sample.slice(0, linesTried).entries()) {
      const reading = reader.read(text, fields);
      if (reading !== null && reading !== ignored && isDamage(reading)) return {...reading, line: place + 1};
    }
  }
  return null;
}

/** So many lines tell. */
const linesTried = 20;

const longestFormat = 300;

function unlikeFormat(file: PackedFile, sample: readonly string[], tried: TriedReading): UserError {
  const [format = ""] = tried.plan.formats;
  const first = firstRefusal(sample, tried);
  const otherwise = detect(sample)?.format.name;
  const named = visible(format.slice(0, longestFormat));
  const expected = first?.expected === undefined ? "" : `, where ${first.expected} was expected`;
  return new UserError(
    "INPUT_NOT_A_LOG",
    first === null
      ? `no line of it fits the format that was given, ${named}`
      : `no line of it fits the format that was given, ${named}: line ${first.line} parts from it at column ${first.column}${expected}`,
    otherwise === undefined
      ? "give the format string of the server that wrote this file, or name the file that this format belongs to"
      : advise("leave-format-out", {format: otherwise}),
    first === null ? visible(file.where) : `${visible(file.where)}:${first.line}:${first.column}`,
  );
}
