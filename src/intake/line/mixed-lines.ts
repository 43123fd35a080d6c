import {ignored, type LineFields, type LineReader, type Reading} from "./fields.ts";
import {type Prefix, prefixes, unwrapped} from "./prefix.ts";

/**
 * Reads each line by the first of several readers that it fits, whatever stands before it: a file may change its format, or hold lines of
 * several.
 */
export class MixedLines implements LineReader {
  readonly #readers: readonly LineReader[];
  /** What was passed over before lines, and how often, by its name. */
  readonly passedOver = new Map<string, number>();
  /** What stood before the last line that had anything before it: most files have one kind of it. */
  #usual: Prefix | null = null;

  /** @param readers The likeliest first; its refusal is the one that is told. */
  constructor(readers: readonly LineReader[]) {
    this.#readers = readers;
  }

  read(text: string, into: LineFields): Reading {
    const [first, ...others] = this.#readers;
    const reading = first!.read(text, into);
    // An object that is no request of the first format may hold one, or be one of another.
    if (reading === null || (reading === ignored && !text.startsWith("{"))) return reading;
    const behind = this.#behindPrefix(text);
    if (behind !== null) {
      for (const reader of this.#readers) {
        const again = reader.read(behind.line, into);
        if (again !== null && again !== ignored) continue;
        this.passedOver.set(behind.name, (this.passedOver.get(behind.name) ?? 0) + 1);
        return again;
      }
    }
    for (const reader of others) {
      const again = reader.read(text, into);
      if (again === null) return null;
    }
    return reading;
  }

  #behindPrefix(text: string): {readonly name: string; readonly line: string} | null {
    const entry = unwrapped(text);
    if (entry) return entry;
    const usual = this.#usual?.endIn(text) ?? -1;
    if (usual > 0) return {name: this.#usual!.name, line: text.slice(usual)};
    for (const prefix of prefixes) {
      const end = prefix.endIn(text);
      if (end <= 0) continue;
      this.#usual = prefix;
      return {name: prefix.name, line: text.slice(end)};
    }
    return null;
  }
}
