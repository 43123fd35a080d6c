import {type Document, isAlias, type LineCounter, visit, type YAMLParseError} from "yaml";
import type {z} from "zod";
import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";

/** A `broadsheet.yaml` as it was read, to say where a fault stands in it. */
export interface ConfigText {
  readonly name: string;
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** What a setting that must not be missing may say; a number where nothing else is said. */
const exampleValues: Readonly<Record<string, string>> = {
  publication: "The Example Press",
  name: "counter",
  seconds: "30",
  kind: "duckdb",
  from: "2005-09",
};

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** The fault of a text that is not YAML, in words of a person who writes settings. */
export function notYaml(fault: YAMLParseError, config: ConfigText): UserError {
  const where = placeOf(fault.pos[0], config);
  if (fault.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]+/.exec(config.text.slice(fault.pos[0]))?.[0] ?? "";
    return new UserError("CONFIG_REFUSED", `the setting ${key} stands there twice`, "keep one of the two", where);
  }
  if (fault.code === "MULTIPLE_DOCS") {
    const what = "a line --- begins a second document, and there can be one only";
    return new UserError("CONFIG_UNREADABLE", what, "delete the line", where);
  }
  if (fault.code === "TAB_AS_INDENT") {
    return new UserError("CONFIG_UNREADABLE", "not YAML: a tab is used to indent", "indent with spaces", where);
  }
  return new UserError(
    "CONFIG_UNREADABLE",
    `not YAML: ${fault.message.split("\n")[0]}`,
    "check indentation, brackets and quotes on that line and the one before",
    where,
  );
}

/** The fault of an alias (`*name`) that stands for nothing, or for more than a file of settings holds. */
export function badAlias(config: ConfigText): UserError {
  let offset = 0;
  visit(config.document, (_, node) => {
    if (!isAlias(node)) return undefined;
    offset = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return new UserError(
    "CONFIG_UNREADABLE",
    "not YAML: an alias stands for nothing, or for too much",
    "write the value itself, in quotes where it begins with *",
    placeOf(offset, config),
  );
}

/**
 * The fault of a setting, with what was found and what is allowed.
 *
 * @param known The settings' names in each map, by the map's path (`methodology.robots`, `methodology.robots.lists[]`).
 */
export function refused(
  issues: readonly Issue[],
  config: ConfigText,
  known: Readonly<Record<string, readonly string[]>>,
): UserError {
  // A misspelt name first: that a setting is missing may only follow from it.
  const open = issues.map((issue) => openUnion(issue, config));
  const issue = open.find(({code}) => code === "unrecognized_keys") ?? open[0]!;
  if (issue.code === "unrecognized_keys") {
    const [key] = issue.keys;
    // Every entry of a list has the same settings.
    const place = fieldOf(issue.path).replace(/\[\d+\]/g, "[]");
    const here = known[place] ?? known[place.replace(/^sites\..+?(\.pageFurniture)?$/, "sites.*$1")] ?? [];
    const near = nearest(key!, here);
    return new UserError(
      "CONFIG_REFUSED",
      `there is no setting "${key}"${issue.path.length === 0 ? "" : ` in ${fieldOf(issue.path)}`}`,
      near === null ? `the settings here are ${here.join(", ")}` : `write ${near}`,
      placeOf(offsetOf(config.document, [...issue.path, key!]), config),
    );
  }
  const field = fieldOf(issue.path);
  const where = placeOf(offsetOf(config.document, issue.path), config);
  if (issue.path.length > 0 && !config.document.hasIn(issue.path)) {
    const setting = String(issue.path.at(-1));
    const example = `${setting}: ${exampleValues[setting] ?? "1000"}`;
    return new UserError("CONFIG_REFUSED", `the setting ${field} is missing`, `add a line like ${example}`, where);
  }
  const near = nearValue(issue, config);
  const usual = "correct it there; docs/configuration.md lists what is allowed";
  const help = helpOf(issue) ?? (near === null ? usual : `write ${near}`);
  const what = field === "" ? "the file" : field;
  return new UserError(
    "CONFIG_REFUSED",
    `${what} ${wordsFor(issue)}, found ${shownAt(issue.path, config)}`,
    help,
    where,
  );
}

/** What to try where the setting itself knows. */
function helpOf(issue: Issue): string | null {
  const help: unknown = issue.code === "custom" ? issue.params?.["help"] : undefined;
  return typeof help === "string" ? help : null;
}

/** The value that was probably meant, where only some are allowed; null where none is near. */
function nearValue(issue: Issue, {document}: ConfigText): string | null {
  const found: unknown = document.getIn(issue.path);
  if (issue.code !== "invalid_value" || typeof found !== "string") return null;
  return nearest(found, issue.values.map(String));
}

/** Where several forms are allowed, the fault within the form that was evidently meant. */
function openUnion(issue: Issue, config: ConfigText): Issue {
  const {document} = config;
  if (issue.code !== "invalid_union") return issue;
  const value = document.getIn(issue.path) as {toJSON?: unknown} | null | undefined;
  if (typeof value !== "object" || value === null) return issue;
  const meant = issue.errors.find((within) =>
    within.every(({code, path}) => path.length > 0 || code === "unrecognized_keys"),
  );
  const inner = meant?.find(({code}) => code === "unrecognized_keys") ?? meant?.[0];
  return inner ? openUnion({...inner, path: [...issue.path, ...inner.path]}, config) : issue;
}

function wordsFor(issue: Issue): string {
  switch (issue.code) {
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return typeWords[issue.expected] ?? `must be a ${issue.expected}`;
    case "too_small":
      if (issue.origin !== "number" && issue.origin !== "int") return "must not be empty";
      return `must be at least ${issue.inclusive ? issue.minimum : Number(issue.minimum) + 1}`;
    case "invalid_key":
      return issue.issues[0]?.message ?? issue.message;
    case "too_big":
      return `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: "must be text",
  array: "must be a list, like [one, two]",
  object: "must hold settings, like name: value",
  boolean: "must be true or false",
  number: "must be a number",
  int: "must be a whole number",
};

function shownAt(path: Path, {document}: ConfigText): string {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path);
  if (node === null || node === undefined) return "nothing";
  if (typeof node === "number") return String(node);
  // A password in an address is not shown, though it should not be there.
  const text = JSON.stringify(node).replace(/\/\/[^/@"]*@/g, "//…@");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function fieldOf(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

/** Where something is written: `broadsheet.yaml:4:3`. */
function placeOf(offset: number, {name, lines}: ConfigText): string {
  const {line, col} = lines.linePos(offset);
  return `${name}:${line || 1}:${col || 1}`;
}

function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) as
      | {items?: {key?: {value: unknown; range: number[]}}[]}
      | undefined;
    const pair = parent?.items?.find((item) => item.key && String(item.key.value) === String(path[depth - 1]));
    if (pair?.key) return pair.key.range[0]!;
    const node = document.getIn(path.slice(0, depth), true) as {range?: number[]} | undefined;
    if (node?.range) return node.range[0]!;
  }
  return 0;
}
