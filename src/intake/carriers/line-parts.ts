import {longestLine} from "../line/clean.ts";
import {iso} from "../line/instant.ts";

/** What Kubernetes's runtimes write before a line, or before a part of one (`P`) that the next ones go on with, up to the last (`F`). */
const before = /^(\d{4}-\d\d-\d\dT[\d:.,]{8,20}(?:Z|[+-]\d\d:?\d\d)) (stdout|stderr) ([PF])(?::[^ ]{1,40})? /;

/** No prefix of the kind is longer. */
const longestBefore = 100;

/** Parts of one line are written at once: what is older belongs to a line whose end was lost. */
const longestWait = 10;

/** A line whose parts are all there. */
export interface WholeLine {
  /** Null where its parts are too much for one line. */
  readonly text: string | null;
}

/** Puts together what a runtime took apart because it was long. */
export class LineParts {
  readonly #open = new Map<string, {text: string; readonly second: number}>();

  /**
   * Takes the next line of the input.
   *
   * @returns "more" where it is a part that others go on with; the whole line where it is the last part of one; null where it is neither.
   */
  take(text: string): WholeLine | "more" | null {
    // Asked for every line: a year, and a T behind the day.
    if (text.charCodeAt(10) !== 84 || text.charCodeAt(4) !== 45) return null;
    const found = before.exec(text.slice(0, longestBefore));
    if (found === null) return null;
    const [head, time, stream, tag] = found as unknown as [string, string, string, string];
    const second = iso.parse(time);
    const known = this.#open.get(stream);
    const open = known && Math.abs(second - known.second) <= longestWait ? known : undefined;
    if (tag === "P") {
      const part = text.slice(head.length);
      if (!open) this.#open.set(stream, {text: part, second});
      else if (open.text.length <= longestLine) open.text += part;
      return "more";
    }
    this.#open.delete(stream);
    if (!open) return null;
    return {text: open.text.length > longestLine ? null : `${head}${open.text}${text.slice(head.length)}`};
  }
}
