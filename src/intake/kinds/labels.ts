import {type LaidField, type LineLayout, laidOut} from "../layouts/layout.ts";
import {Assembler} from "../line/assemble.ts";
import {ignored, type LineFields, type LineReader, type Reading} from "../line/fields.ts";
import {isIgnored} from "../line/ignored.ts";
import type {LineField, Writing} from "../line/writing.ts";
import {nameOf} from "./pattern.ts";

/** Lines of labelled values between tabs. */
export interface LabelOptions extends Writing {
  /** Which field a label means. */
  readonly fieldByLabel: Readonly<Record<string, LineField>>;
  /** A label that means another field in lines that have one of these beside it. */
  readonly unlessBeside?: {readonly label: string; readonly field: LineField; readonly beside: readonly string[]};
}

const mostLabels = 200;

/** Reads lines of LTSV: `label:value`, a tab, `label:value`. */
export class LabelLines implements LineReader {
  readonly #fields: ReadonlyMap<string, LineField>;
  readonly #assembler: Assembler;
  readonly #writing: Writing;
  readonly #unless: LabelOptions["unlessBeside"];

  constructor({fieldByLabel, unlessBeside, ...writing}: LabelOptions) {
    this.#unless = unlessBeside;
    this.#writing = writing;
    this.#fields = new Map(Object.entries(fieldByLabel));
    this.#assembler = new Assembler(writing);
  }

  read(text: string, into: LineFields): Reading {
    if (isIgnored(text)) return ignored;
    this.#assembler.begin(into);
    const missing = new Set<LineField>(["status", "time"]);
    let column = 1;
    const isOther = this.#isBeside(text);
    for (const part of text.split("\t", mostLabels)) {
      const colon = part.indexOf(":");
      const field = this.#fieldOf(part.slice(0, colon), isOther);
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

  layoutOf(text: string): LineLayout | null {
    const parts = text.split("\t", mostLabels + 1);
    if (parts.length > mostLabels || !parts.every((part) => part.indexOf(":") > 0)) return null;
    const isOther = this.#isBeside(text);
    const fields = parts.map((part, place): LaidField => {
      const label = part.slice(0, part.indexOf(":"));
      return {before: `${place === 0 ? "" : "\t"}${label}:`, field: this.#fieldOf(label, isOther) ?? ""};
    });
    return laidOut({fields, writing: this.#writing});
  }

  #fieldOf(label: string, isOther: boolean): LineField | undefined {
    return isOther && label === this.#unless?.label ? this.#unless.field : this.#fields.get(label);
  }

  #isBeside(text: string): boolean {
    const {beside = []} = this.#unless ?? {};
    return beside.some((label) => text.startsWith(`${label}:`) || text.includes(`\t${label}:`));
  }
}
