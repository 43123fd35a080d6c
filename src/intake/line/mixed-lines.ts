import {type SignBefore, signsBefore} from "../carriers/text-before.ts";
import type {LineLayout} from "../layouts/layout.ts";
import {ignored, LineFields, type LineReader, type Reading} from "./fields.ts";
import {type Prefix, prefixes, unwrapped} from "./prefix.ts";

/** How plain lines stand in an input: how they are laid out, unless they are of the combined family, and what stands before each. */
export interface LineStanding {
  readonly layout: LineLayout | null;
  readonly before: {readonly name: string; readonly signs: readonly SignBefore[]} | null;
}

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
  /** Had the last line anything before it? Then this one is likely to have the same. */
  #wasBehind = false;

  /** @param readers The likeliest first; its refusal is the one that is told. */
  constructor(readers: readonly LineReader[]) {
    this.#readers = readers;
  }

  read(text: string, into: LineFields): Reading {
    if (this.#wasBehind) {
      const behind = this.#behindUsual(text);
      const reading = behind && this.#readers[0]!.read(behind.line, into);
      if (reading === null && behind) return this.#passOver(behind.name);
      this.#wasBehind = false;
    }
    const [first, ...others] = this.#readers;
    const reading = first!.read(text, into);
    // An object that is no request of the first format may hold one, or be one of another.
    if (reading === null) return null;
    if (reading === ignored && !text.startsWith("{")) {
      // A comment may name the columns of lines that only another of them reads.
      if (text.startsWith("#")) for (const reader of others) reader.read(text, into);
      return reading;
    }
    for (const behind of this.#behindPrefixes(text)) {
      for (const reader of this.#readers) {
        const again = reader.read(behind.line, into);
        if (again !== null && again !== ignored) continue;
        this.#passOver(behind.name);
        this.#wasBehind = true;
        return again;
      }
    }
    for (const reader of others) {
      const again = reader.read(text, into);
      if (again === null) return null;
    }
    return reading;
  }

  /**
   * How do plain lines stand that are like this one, and what stands before them?
   *
   * @param text A line that was read, and is a request.
   */
  standingOf(text: string): LineStanding | null {
    const [first] = this.#readers;
    const scratch = new LineFields();
    if (!this.#wasBehind) {
      return first!.read(text, scratch) === null ? {layout: first!.layoutOf?.(text) ?? null, before: null} : null;
    }
    const end = unwrapped(text) === null ? (this.#usual?.endIn(text) ?? -1) : -1;
    if (end <= 0 || first!.read(text.slice(end), scratch) !== null) return null;
    const signs = signsBefore(this.#usual!.name, text.slice(0, end));
    if (signs === null) return null;
    return {layout: first!.layoutOf?.(text.slice(end)) ?? null, before: {name: this.#usual!.name, signs}};
  }

  #passOver(name: string): null {
    this.passedOver.set(name, (this.passedOver.get(name) ?? 0) + 1);
    return null;
  }

  /** What is behind an entry of JSON, or behind what stood before a line earlier. */
  #behindUsual(text: string): {readonly name: string; readonly line: string} | null {
    const entry = unwrapped(text);
    if (entry) return entry;
    const usual = this.#usual?.endIn(text) ?? -1;
    return usual > 0 ? {name: this.#usual!.name, line: text.slice(usual)} : null;
  }

  /** What may be behind something: the likeliest first. Behind the time that one writes there may be another's. */
  *#behindPrefixes(text: string): Generator<{readonly name: string; readonly line: string}> {
    const usual = this.#behindUsual(text);
    if (usual) yield usual;
    for (const prefix of prefixes) {
      const end = prefix.endIn(text);
      if (end <= 0) continue;
      this.#usual = prefix;
      yield {name: prefix.name, line: text.slice(end)};
    }
  }
}
