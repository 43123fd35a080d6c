import {advise} from "../../base/advice.ts";
import {allFormats} from "../formats/all.ts";
import type {Stranger} from "./binary.ts";

type Json = Readonly<Record<string, unknown>>;

/** What a request has to tell, and in which fields of a format it may stand. */
const needed = [
  ["a client", ["client", "forwarded:"]],
  ["a time", ["time", "date"]],
  ["a request", ["request", "target", "path"]],
  ["a status", ["status"]],
] as const;

/** The names of members, of all formats that are known, that tell one of these fields. */
function namesOf(fields: readonly string[]): ReadonlySet<string> {
  const names = allFormats.flatMap(({lines}) => {
    if (lines.kind !== "json") return [];
    const own = Object.entries(lines.members).filter(([field]) => fields.some((one) => field.startsWith(one)));
    return own.flatMap(([, paths]) => paths ?? []);
  });
  return new Set(names.map((name) => name.toLowerCase()));
}

/** What are lines of JSON that are no requests? */
export function jsonStranger(objects: readonly Json[]): Stranger {
  const members = new Set(objects.slice(0, 200).flatMap((object) => membersOf(object, "", 3)));
  const missing = needed.filter(([, fields]) => namesOf(fields).intersection(members).size === 0);
  const names = [...members].filter((name) => /^[a-z][\w.-]{0,30}$/.test(name)).slice(0, 8);
  const has = names.length > 0 ? `; they have ${names.join(", ")}` : "";
  return missing.length > 0
    ? {
        what: `JSON lines without ${missing.map(([what]) => what).join(", ")}${has}`,
        help: advise("write-what-is-missing"),
      }
    : {
        what: `JSON lines of no format that is known${has}`,
        help: advise("write-known-format"),
      };
}

/** The names of an object's members, and of those within them, with dots between. */
function membersOf(object: Json, before: string, depth: number): string[] {
  return Object.entries(object)
    .slice(0, 100)
    .flatMap(([name, value]) => {
      const whole = `${before}${name.toLowerCase()}`;
      const inner = typeof value === "object" && value !== null && !Array.isArray(value) && depth > 1;
      return inner ? [whole, ...membersOf(value as Json, `${whole}.`, depth - 1)] : [whole];
    });
}
