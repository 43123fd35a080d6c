import {readFileSync} from "node:fs";
import {type Document, LineCounter, parseDocument} from "yaml";
import {z} from "zod";
import {isHostName, parseNetwork} from "../base/address.ts";
import {UserError} from "../base/error.ts";
import {parsePeriod} from "../base/period.ts";
import {isTimeZone} from "../base/zone.ts";

/** The name of the file that makes a folder a workspace. */
export const configName = "broadsheet.yaml";

const extension = z
  .string()
  .regex(/^[a-z0-9_-]+$/i, "an extension is written without its dot, like css")
  .toLowerCase();

const client = z.string().refine((text) => parseNetwork(text) !== null || isHostName(text), {
  error: "must be an address, a network like 198.51.100.0/24, or a host name",
});

const months = z.string().refine(isPeriod, {error: "must be a period like 2005-07..2005-08"});

const heavyReaders = z.strictObject({
  documents: z.number().int().positive(),
  months: months.optional(),
});

const methodology = z.strictObject({
  extends: z.enum(["central-task"]).default("central-task"),
  developers: z.array(client).default([]),
  blacklist: z.string().min(1).optional(),
  heavyReaders: z
    .union([heavyReaders, z.literal(false)], {error: "must be false, or {documents: 1000, months: 2005-07..2005-08}"})
    .optional(),
  methods: z
    .array(z.string().regex(/^[A-Z-]+$/, "a method is written in capitals, like GET"))
    .min(1)
    .optional(),
  statuses: z.array(z.number().int().min(100).max(599)).min(1).optional(),
  graphics: z.array(extension).optional(),
  pageFurniture: z
    .strictObject({
      extensions: z.array(extension).optional(),
      paths: z.array(z.string().startsWith("/", "a path begins with /")).optional(),
    })
    .optional(),
  robots: z
    .strictObject({
      lists: z.array(z.enum(["isbot", "crawler-user-agents"])).optional(),
      askedForRobotsTxt: z.boolean().optional(),
    })
    .optional(),
});

const schema = z.strictObject({
  publication: z.string().trim().min(1),
  timeZone: z.string().refine(isTimeZone, {error: "must be a time zone, like UTC or Europe/Paris"}).default("UTC"),
  logs: z
    .union([
      z
        .string()
        .min(1)
        .transform((one) => [one]),
      z.array(z.string().min(1)),
    ])
    .default([]),
  logFormat: z.string().min(1).optional(),
  methodology: methodology.prefault({}),
});

/** What `broadsheet.yaml` says, with the defaults filled in. */
export type Config = z.output<typeof schema>;

/** The part of it that says who is a reader and what is a document. */
export type MethodologyConfig = Config["methodology"];

/**
 * Reads `broadsheet.yaml`.
 *
 * @throws {UserError} CONFIG_UNREADABLE or CONFIG_REFUSED, with line and column.
 */
export function readConfig(path: string): Config {
  return parseConfig(readFileSync(path, "utf8"));
}

/** What the text of a `broadsheet.yaml` says; see {@link readConfig}. */
export function parseConfig(text: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
  const [fault] = document.errors;
  if (fault) {
    throw new UserError(
      "CONFIG_UNREADABLE",
      `not YAML: ${fault.message.split("\n")[0]}`,
      "check indentation, brackets and quotes on that line and the one before",
      position(lines, fault.pos[0]),
    );
  }
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  throw refused(result.error.issues[0]!, document, lines);
}

/** Where something is written: `broadsheet.yaml:4:3`. */
function position(lines: LineCounter, offset: number): string {
  const {line, col} = lines.linePos(offset);
  return `${configName}:${line || 1}:${col || 1}`;
}

function refused(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): UserError {
  const found = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
  const field = found
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
  const where = `${position(lines, offsetOf(document, found))}, ${field || "the whole file"}`;
  const value = document.hasIn(issue.path) ? document.getIn(issue.path) : undefined;
  if (issue.code === "unrecognized_keys") {
    return new UserError(
      "CONFIG_REFUSED",
      `there is no setting "${issue.keys[0]}"`,
      suggestKey(issue.keys[0]!, issue.path),
      where,
    );
  }
  const shown = value === undefined ? "nothing" : JSON.stringify(value);
  return new UserError(
    "CONFIG_REFUSED",
    `found ${shown}: ${wordsFor(issue)}`,
    "see docs/configuration.md for what is allowed",
    where,
  );
}

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return `must be ${issue.expected === "array" ? "a list" : `a ${issue.expected}`}`;
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

function suggestKey(key: string, path: readonly PropertyKey[]): string {
  const shape = path[0] === "methodology" ? (path[1] === undefined ? methodology.shape : {}) : schema.shape;
  const known = Object.keys(path[1] === "heavyReaders" ? heavyReaders.shape : shape);
  const near = known.find((name) => name.toLowerCase() === key.toLowerCase().replaceAll(/[-_ ]/g, ""));
  return near ? `write ${near}` : `the settings here are ${known.join(", ") || "listed in docs/configuration.md"}`;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) as
      | {items?: {key?: {value: unknown; range: number[]}}[]}
      | undefined;
    const pair = parent?.items?.find((item) => item.key?.value === path[depth - 1]);
    if (pair?.key) return pair.key.range[0]!;
    const node = document.getIn(path.slice(0, depth), true) as {range?: number[]} | undefined;
    if (node?.range) return node.range[0]!;
  }
  return 0;
}

function isPeriod(text: string): boolean {
  try {
    return parsePeriod(text, "1970-01-01").months.length > 0 && text !== "last-month";
  } catch {
    return false;
  }
}
