import {diffArrays} from "diff";
import {parseDocument, type ToStringOptions} from "yaml";

/** How the text is set: how far lines are indented, and what stands within brackets. */
export function formOf(text: string): ToStringOptions {
  const indented = /\n( +)[^\s#-]/.exec(text)?.[1] ?? "  ";
  return {
    lineWidth: 0,
    indent: Math.min(8, indented.length),
    indentSeq: !/(?:^|\n)( *)[^\s#-][^\n]*:[^\n]*\n(?: *#[^\n]*\n)*\1- /.test(text),
    flowCollectionPadding: /[{[] [^\]}]/.test(text),
  };
}

/**
 * The text with those lines changed that a form changed: all others stay as somebody wrote them.
 *
 * @param before How the text is written by the program, and `after` how it is with the change. Where lines of the text cannot be
 *   found again in it, it is all as the program writes it.
 */
export function withChanges(text: string, before: string, after: string): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const whole = after.replaceAll("\n", lineEnd);
  const lines = text.split(/\r?\n/);
  const placeOf = placesIn(lines, before.split("\n"));
  const parts = diffArrays(before.split("\n"), after.split("\n"), {maxEditLength: 2000});
  if (placeOf === null || parts === undefined) return whole;
  const made: string[] = [];
  // How far lines of one depth are indented in the text, as last seen.
  const depths = new Map<number, string>();
  let [line, next] = [0, 0];
  for (const {value, added, removed} of parts) {
    if (added) {
      made.push(...value.map((one) => `${depths.get(depthOf(one)) ?? one.slice(0, depthOf(one))}${one.trimStart()}`));
      continue;
    }
    for (const written of value) {
      const place = placeOf.get(line++);
      if (place === undefined) return whole;
      depths.set(depthOf(written), lines[place]!.slice(0, depthOf(lines[place]!)));
      // Lines that the program would not write, such as a second empty one, go before the one that follows them.
      made.push(...lines.slice(next, removed ? place : place + 1));
      next = place + 1;
    }
  }
  const changed = [...made, ...lines.slice(next)].join(lineEnd);
  return saysTheSame(changed, after) ? changed : whole;
}

/** Where each line that the program writes stands in the text, but for how it is spaced and quoted; null where too little is alike. */
function placesIn(lines: readonly string[], written: readonly string[]): Map<number, number> | null {
  const [one, other] = [written, lines].map((all) => all.map((line) => line.replaceAll(/[\s'"]/g, "")));
  const parts = diffArrays(one!, other!, {maxEditLength: 2000});
  if (parts === undefined) return null;
  const places = new Map<number, number>();
  let [from, to] = [0, 0];
  for (const {count, added, removed} of parts) {
    if (!added && !removed) for (let i = 0; i < count; i++) places.set(from + i, to + i);
    if (!added) from += count;
    if (!removed) to += count;
  }
  return places;
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

function saysTheSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => parseDocument(text, {logLevel: "error"}));
  if (first!.errors.length > 0) return false;
  return JSON.stringify(first!.toJS()) === JSON.stringify(second!.toJS());
}
