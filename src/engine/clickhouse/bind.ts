import type {Params, Value} from "../values.ts";

/**
 * What a name stands for in a database.
 *
 * @param isAsked Are rows of it asked for? Otherwise something is looked up in it: it stands after `join`, or in a sub-query that
 *   something is joined with or sought in.
 */
export type TableOf = (name: string, isAsked: boolean) => string;

const parts = /\b(from|join)(\s+)([a-z_]+)\b(\s+as\b)?|\b(?:join|in)\s*\(|\b(?:hash|argmax|strlen)\(|\(|\)|\$([a-z]+)/g;

/** ENGINE: what ClickHouse calls functions by other names: 64 bits over several values; the value of the greatest row; the bytes of a text. */
const functions: ReadonlyMap<string, string> = new Map([
  ["hash(", "cityHash64("],
  ["argmax(", "argMax("],
  ["strlen(", "length("],
]);

/**
 * A question as a ClickHouse server takes it: relations by their full names, and each parameter as a literal.
 *
 * This is the one place where a value gets into the text of a statement. Values are put in last and never looked at again,
 * so that nothing within one is taken for SQL.
 */
export function bindQuestion(body: string, params: Params, tableOf: TableOf): string {
  // Of each bracket that is open: is something looked up within it?
  const open: boolean[] = [];
  return plain(body).replaceAll(
    parts,
    (found, word?: "from" | "join", space?: string, name?: string, as?: string, param?: string) => {
      if (param !== undefined) return literal(params[param] ?? null);
      const isWithin = open.at(-1) ?? false;
      if (word !== undefined)
        return `${word}${space}${tableOf(name!, word === "from" && !isWithin)}${as ?? ` as ${name}`}`;
      if (found === ")") open.pop();
      else open.push(isWithin || /^(join|in)\b/.test(found));
      return functions.get(found) ?? found;
    },
  );
}

/** The relations that a question reads. */
export function relationsOf(body: string): string[] {
  return [...new Set([...plain(body).matchAll(parts)].flatMap((match) => match[3] ?? []))];
}

function plain(body: string): string {
  return body.replaceAll(/^\s*--.*\n/gm, "");
}

/**
 * A number that something is known by, as a statement holds it: it came from a server once, and is never SQL.
 *
 * @throws {RangeError} where it is none; whoever took it from a server has to have looked.
 */
export function idLiteral(id: string): string {
  if (!/^\d{1,20}$/.test(id)) throw new RangeError("what a load or an entry is known by is no number");
  return `toUInt64(${literal(id)})`;
}

/** The value as ClickHouse writes it. Text may hold anything. */
export function literal(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "string") return `'${value.replaceAll(/[\\']/g, "\\$&").replaceAll("\0", "\\0")}'`;
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} is no value for a question`);
  return String(value);
}
