import type {MemberMap} from "../kinds/json-lines.ts";
import type {LineField} from "../line/writing.ts";

/** Ways in which logs call a header of this name, as a member of JSON, a column or a label. */
function spellings(name: string): string[] {
  const low = name.replaceAll("-", "_");
  return [...new Set([name, low, `http_${low}`])];
}

/** The members, with those of these names as places of addresses. */
export function withMembers(members: MemberMap, named: readonly string[]): MemberMap {
  const more = named.map((name) => {
    const field = `forwarded:${name}` as const;
    const within = ["headers", "request.headers"].map((place) => `${place}.${name}`);
    return [field, [...(members[field] ?? []), ...spellings(name), `request_${name}`, ...within]] as const;
  });
  return {...members, ...Object.fromEntries(more)};
}

/** Columns or labels by their names, with those of these names as places of addresses, where they are nothing else. */
export function withNames(
  fields: Readonly<Record<string, LineField>>,
  named: readonly string[],
): Readonly<Record<string, LineField>> {
  const more = named.flatMap((name) => {
    const written = [...spellings(name), `cs(${name})`, `cs-${name}`];
    return written.map((spelling) => [spelling, `forwarded:${name}` as const] as const);
  });
  return {...Object.fromEntries(more), ...fields};
}
