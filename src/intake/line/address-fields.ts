import {parseObject} from "../kinds/json-lines.ts";
import {addressesIn} from "./choose-client.ts";

/** Members within members are looked into so far. */
const deepest = 3;

/** No more members of a line are looked at. */
const mostMembers = 200;

/**
 * Which members of lines of JSON, columns and labels hold addresses? By the name that a person would give them.
 *
 * @param sample Lines of an input, those that name columns among them.
 */
export function fieldsWithAddresses(sample: readonly string[]): string[] {
  const found = new Map<string, number>();
  let columns: readonly string[] = [];
  let lines = 0;
  for (const text of sample) {
    if (text.startsWith("#Fields:")) columns = text.slice("#Fields:".length).trim().split(/\s+/);
    if (text.startsWith("#")) continue;
    lines++;
    for (const [name, value] of valuesOf(text, columns)) {
      if (value.length < longestValue && addressesIn(value).length > 0) found.set(name, (found.get(name) ?? 0) + 1);
    }
  }
  return [...found].filter(([, count]) => count * 2 >= lines).map(([name]) => name.toLowerCase());
}

/** Longer values are no lists of addresses. */
const longestValue = 1000;

function valuesOf(text: string, columns: readonly string[]): (readonly [name: string, value: string])[] {
  const object = parseObject(text);
  if (object !== null) return membersOf(object, "", deepest);
  if (columns.length > 0) {
    const values = text.split(text.includes("\t") ? "\t" : " ", columns.length);
    return values.map((value, place) => [plain(columns[place]!), value] as const);
  }
  if (!text.includes("\t")) return [];
  return text.split("\t", mostMembers).flatMap((part) => {
    const colon = part.indexOf(":");
    return colon > 0 ? [[part.slice(0, colon), part.slice(colon + 1)] as const] : [];
  });
}

/** `cs(X-Forwarded-For)` is a header's column. */
function plain(column: string): string {
  return /^cs\(([^)]+)\)$/i.exec(column)?.[1] ?? column;
}

function membersOf(object: Readonly<Record<string, unknown>>, before: string, depth: number) {
  const members: [string, string][] = [];
  for (const [name, given] of Object.entries(object).slice(0, mostMembers)) {
    const value: unknown = Array.isArray(given) ? given[0] : given;
    if (typeof value === "string") members.push([`${before}${name}`, value]);
    else if (typeof value === "object" && value !== null && depth > 1)
      members.push(...membersOf(value as Record<string, unknown>, `${before}${name}.`, depth - 1));
  }
  return members;
}
