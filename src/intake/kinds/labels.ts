import {Assembler, type LineField, type Writing} from "../line/assemble.ts";
import {ignored, type LineFields, type LineReader, type Reading} from "../line/fields.ts";
import {isIgnored} from "../line/ignored.ts";
import {nameOf} from "./pattern.ts";

/** Lines of labelled values between tabs. */
export interface LabelOptions extends Writing {
  /** Which field a label means. */
  readonly fieldByLabel: Readonly<Record<string, LineField>>;
}

const mostLabels = 200;

/** Reads lines of LTSV: `label:value`, a tab, `label:value`. */
export class LabelLines implements LineReader {
  readonly #fields: ReadonlyMap<string, LineField>;
  readonly #assembler: Assembler;

  constructor({fieldByLabel, ...writing}: LabelOptions) {
    this.#fields = new Map(Object.entries(fieldByLabel));
    this.#assembler = new Assembler(writing);
  }

  read(text: string, into: LineFields): Reading {
    if (isIgnored(text)) return ignored;
    this.#assembler.begin(into);
    const missing = new Set<LineField>(["status", "time"]);
    let column = 1;
    for (const part of text.split("\t", mostLabels)) {
      const colon = part.indexOf(":");
      const field = this.#fields.get(part.slice(0, colon));
      if (colon > 0 && field !== undefined) {
        if (!this.#assembler.put(field, part.slice(colon + 1), column + colon + 1))
          return {reason: "no-match", column, expected: nameOf(field)};
        missing.delete(field);
      }
      column += part.length + 1;
    }
    const [first] = missing;
    if (first !== undefined)
      return {reason: first === "time" ? "no-time" : "no-match", column: 1, expected: nameOf(first)};
    if (into.target === null) return {reason: "no-match", column: 1, expected: nameOf("request")};
    return this.#assembler.end();
  }
}
