import type {SignBefore} from "../carriers/text-before.ts";
import type {LayoutStep, LineLayout} from "../layouts/layout.ts";
import type {LineCode} from "./line-code.ts";

/** What `wasm/plain-lines.ts` calls the fields. */
const kinds: Readonly<Record<LayoutStep["reads"] | "escaped agent" | "end", number>> = {
  "": 0,
  anything: 0,
  client: 1,
  host: 2,
  method: 3,
  target: 4,
  path: 4,
  request: 5,
  status: 6,
  bytes: 7,
  time: 8,
  date: 9,
  clock: 10,
  referrer: 11,
  agent: 12,
  "escaped agent": 13,
  contentType: 14,
  number: 15,
  numbers: 16,
  end: 17,
  "usual port": 18,
};

const writings = {clf: 1, iso: 2, epoch: 4} as const;

/** As the code has them. */
const [stepLength, room, partLength, longestBefore] = [12, 1 << 15, 16, 1 << 9];

const signs = {digit: 1, letter: 2, "digit or blank": 3} as const;

/** Is there room for the layout? */
export function fits({steps, after}: LineLayout): boolean {
  const texts = [...steps.map(({before}) => before), after];
  const padded = texts.reduce((sum, text) => sum + text.length + partLength, 0);
  return stepLength * texts.length + padded <= room;
}

/**
 * Tells the code how lines are laid out.
 *
 * @param method The number of the method of lines that tell none.
 */
export function writeLayout(code: LineCode, {steps, after, guard, ...layout}: LineLayout, method: number): void {
  const memory = new DataView(code.memory.buffer);
  const start = code.layoutAt();
  let textAt = start + stepLength * (steps.length + 1);
  const write = (place: number, before: string, signsOf: readonly [kind: number, end: number, ...flags: number[]]) => {
    const at = start + stepLength * place;
    for (let sign = 0; sign < 4; sign++) memory.setUint8(at + sign, signsOf[sign] ?? 0);
    memory.setUint32(at + 4, textAt, true);
    memory.setUint32(at + 8, before.length, true);
    for (const [sign, letter] of [...before].entries()) memory.setUint8(textAt + sign, letter.charCodeAt(0));
    textAt += before.length + partLength;
  };
  for (const [place, {before, reads, isNumber, mayBeEmpty}] of steps.entries()) {
    const isEscaped = reads === "agent" && layout.agentEscapes !== null;
    const end = (steps[place + 1]?.before ?? after).charCodeAt(0);
    const kind = kinds[isEscaped ? "escaped agent" : reads];
    write(place, before, [kind, Number.isNaN(end) ? 0 : end, Number(isNumber), Number(mayBeEmpty)]);
  }
  write(steps.length, after, [kinds.end, 0]);
  const written = layout.instants.reduce((sum, instant) => sum + writings[instant], 0);
  code.expectLayout(true, layout.header !== null, guard?.charCodeAt(0) ?? 0, written, method);
}

/** Tells the code what stands before each line. */
export function writeBefore(code: LineCode, before: readonly SignBefore[]): void {
  if (before.length > longestBefore) throw new Error("what stands before lines is too long");
  const memory = new Uint8Array(code.memory.buffer, code.beforeAt(), before.length);
  for (const [at, sign] of before.entries()) memory[at] = typeof sign === "number" ? sign : signs[sign];
  code.expectBefore(before.length);
}
