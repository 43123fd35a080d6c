import {ColumnLines, type ColumnOptions} from "../kinds/columns.ts";
import {CombinedLines, type CombinedOptions} from "../kinds/combined-line.ts";
import {JsonLines, type JsonOptions, type MemberMap} from "../kinds/json-lines.ts";
import {LabelLines, type LabelOptions} from "../kinds/labels.ts";
import {PatternLines, tokensOf} from "../kinds/pattern.ts";
import type {LineFields, LineReader} from "../line/fields.ts";
import type {LineField, Writing} from "../line/writing.ts";
import {withMembers, withNames} from "./named-fields.ts";

/** How lines of a format are built. */
export type LineKind =
  /** The family of the common log format; see {@link CombinedLines}. */
  | {readonly kind: "combined"; readonly records: readonly LineField[]; readonly options?: CombinedOptions}
  /** Text between separators, written as `{client} - {} [{time}] "{request}" {status} {bytes}`. */
  | {readonly kind: "pattern"; readonly pattern: string; readonly writing?: Writing}
  /** An object of JSON a line. */
  | {readonly kind: "json"; readonly members: MemberMap; readonly options?: JsonOptions}
  /** Values between separators, in an order that is known or that a line of the file names. */
  | {readonly kind: "columns"; readonly options: ColumnOptions}
  /** Values with a label each, between tabs. */
  | {readonly kind: "labels"; readonly options: LabelOptions};

/** What an example's line tells; what is not named is not compared. */
export type ExpectedFields = Partial<
  Pick<LineFields, "client" | "host" | "method" | "target" | "status" | "bytes" | "referrer" | "agent" | "contentType">
> & {
  /** As ISO 8601 writes it, in UTC. */
  readonly time?: string;
  readonly forwarded?: Readonly<Record<string, string>>;
};

/** Lines that a server writes, and what the last of them tells. */
export interface Example {
  readonly lines: readonly string[];
  readonly tells: ExpectedFields;
}

/** How one server writes a request. */
export interface LogFormat {
  /** As it is named on a command line. */
  readonly name: string;
  /** What writes it, in a few words. */
  readonly what: string;
  /** Where its maker documents it. */
  readonly source: string;
  /** Read by the tests, shown by `broadsheet formats` and in docs/formats.md; the first is shown. */
  readonly examples: readonly [Example, ...Example[]];
  readonly lines: LineKind;
}

/**
 * What takes the lines of an input of this format apart.
 *
 * @param named Fields that a person named as places of addresses, beside those that the format knows.
 */
export function openReader({lines}: LogFormat, named: readonly string[] = []): LineReader {
  switch (lines.kind) {
    case "combined":
      return new CombinedLines(lines.options);
    case "pattern":
      return new PatternLines(tokensOf(lines.pattern), lines.writing);
    case "json":
      return new JsonLines(withMembers(lines.members, named), lines.options);
    case "columns":
      return new ColumnLines({...lines.options, fieldByName: withNames(lines.options.fieldByName ?? {}, named)});
    case "labels":
      return new LabelLines({...lines.options, fieldByLabel: withNames(lines.options.fieldByLabel, named)});
  }
}

/** Which fields can a line of the format tell? Of a format whose file names its columns: all that there may be. */
export function recordedFields({lines}: LogFormat): ReadonlySet<LineField> {
  switch (lines.kind) {
    case "combined":
      return new Set(lines.records);
    case "pattern":
      return new Set(
        tokensOf(lines.pattern).flatMap((token) =>
          typeof token !== "string" && "field" in token ? [token.field] : [],
        ),
      );
    case "json":
      return new Set(Object.keys(lines.members) as LineField[]);
    case "columns":
      return new Set([...(lines.options.columns ?? []), ...Object.values(lines.options.fieldByName ?? {})]);
    case "labels":
      return new Set(Object.values(lines.options.fieldByLabel));
  }
}
