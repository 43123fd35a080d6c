import {Buffer} from "node:buffer";
import {parseObject} from "../kinds/json-lines.ts";
import {cleanLine} from "./clean.ts";
import {wordsBeforeJson, wordsBeforeLine} from "./words-before.ts";

/** What stands before a whole line, put there by whatever carried the line to the file. */
export interface Prefix {
  /** As the summary names it. */
  readonly name: string;
  /** Where the line itself begins; -1 where no such prefix stands there. */
  endIn(text: string): number;
}

/** Expressions are tried on so much of a line; no prefix is longer. */
const longestPrefix = 300;

/**
 * A prefix that an expression describes.
 *
 * Each part of it takes a bounded number of characters that the part behind it does not begin with: nothing is tried twice.
 */
function written(name: string, expression: RegExp): Prefix {
  return {
    name,
    endIn(text) {
      expression.lastIndex = 0;
      return expression.test(text.length > longestPrefix ? text.slice(0, longestPrefix) : text)
        ? expression.lastIndex
        : -1;
    },
  };
}

const month = "[A-Z][a-z]{2}";
const isoTime = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)`;
const tag = String.raw`[^ :\[\]]{1,64}(?:\[[\w.-]{1,64}\])?:`;
const host = "[^ ]{1,255}";

/** Every prefix that is known, the one that tells most first. */
export const prefixes: readonly Prefix[] = [
  written("Kubernetes (CRI)", new RegExp(`${isoTime} (?:stdout|stderr) [FP] `, "y")),
  written(
    "syslog (RFC 5424)",
    new RegExp(
      String.raw`(?:<\d{1,3}>)?1 ${isoTime} ${host} [^ ]{1,48} [^ ]{1,128} [^ ]{1,32} (?:-|\[[^\]]{0,100}\]) `,
      "y",
    ),
  ),
  written(
    "syslog",
    new RegExp(String.raw`(?:<\d{1,3}>)?${month} [ \d]?\d \d\d:\d\d:\d\d(?:\.\d{1,6})? (?:${host} )?${tag} `, "y"),
  ),
  written("syslog with ISO times", new RegExp(String.raw`(?:<\d{1,3}>)?${isoTime} (?:${host} )?${tag} `, "y")),
  written(
    "journald",
    new RegExp(String.raw`${month} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? [A-Z+\d:-]{1,8} ${host} ${tag} `, "y"),
  ),
  written("journald", new RegExp(String.raw`(?:\d{9,10}\.\d{6}|\[ {0,8}\d{1,10}\.\d{6}\]) ${host} ${tag} `, "y")),
  written("docker compose", /(?:\\x1B\[[\d;]{1,12}m)?[\w.@-]{1,100} {0,60}\|(?:\\x1B\[0m)? (?:\\x1B\[0m)?/y),
  written("a container's name", /\[[A-Za-z][\w./@-]{1,200}\] /y),
  written("syslog without times", new RegExp(String.raw`${host} ${tag} (?=[\da-f.:]{3,45} )`, "iy")),
  written("syslog's priority", /<\d{1,3}>(?=[\da-f.:]{3,45} - )/iy),
  written("names of containers", /(?:[A-Za-z][\w.-]{0,100} ){2,3}(?=[\da-f.:]{3,45} - )/iy),
  // What grep puts before a line: the file's name, the line's number, or both.
  written("a file's name", /[\da-f.~+-]{0,200}[g-z_/][\w./~+-]{0,200}:(?:\d{1,9}:)?(?=[\da-f.:]{3,45} - )/iy),
  written("a line's number", /\d{1,9}:(?=\d{1,3}(?:\.\d{1,3}){3} - )/y),
  written("docker", new RegExp(`${isoTime} `, "y")),
  {name: "words of no kind that is known", endIn: wordsBeforeLine},
  {name: "words of no kind that is known", endIn: wordsBeforeJson},
];

/** An entry of a log that holds the line as a member: what the member is called, and what the file is. */
const wrappings = [
  {name: "Docker (json-file)", member: "log", beside: "stream"},
  {name: "journald (JSON)", member: "MESSAGE", beside: "__REALTIME_TIMESTAMP"},
  {name: "Fluentd", member: "log", beside: "kubernetes"},
  {name: "Filebeat", member: "message", beside: "@timestamp"},
  {name: "Vector", member: "message", beside: "source_type"},
  {name: "AWS FireLens", member: "log", beside: "container_name"},
  {name: "Google Cloud", member: "textPayload", beside: "insertId"},
  {name: "GELF", member: "short_message", beside: "version"},
  {name: "Loki", member: "line", beside: "labels"},
  {name: "CloudWatch", member: "message", beside: "ingestionTime"},
  {name: "Azure", member: "LogEntry", beside: "TimeGenerated"},
  {name: "Splunk", member: "_raw", beside: "_time"},
  {name: "Splunk", member: "event", beside: "sourcetype"},
] as const;

/** What the line is called in entries of others. */
const usualMembers = ["message", "log", "msg", "line", "_raw", "event.original"] as const;

/** The line within an entry of JSON, and what the entry is; null where the text is no such entry. */
export function unwrapped(text: string): {readonly name: string; readonly line: string} | null {
  if (!text.startsWith("{")) return null;
  const entry = parseObject(text);
  if (entry === null) return null;
  for (const {name, member, beside} of wrappings) {
    const line = entry[member];
    if (!(beside in entry)) continue;
    if (typeof line === "string") return {name, line: cleanLine(Buffer.from(line.trimEnd()))};
    // What is not plain text journald writes as a list of its bytes.
    if (isBytes(line)) return {name, line: cleanLine(Buffer.from(line))};
  }
  for (const name of usualMembers) {
    const line = entry[name];
    if (typeof line === "string") return {name: "JSON", line: cleanLine(Buffer.from(line.trimEnd()))};
  }
  return null;
}

function isBytes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0 && one < 256);
}
