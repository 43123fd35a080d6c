import type {z} from "zod";
import {visible} from "../../base/text.ts";
import {refusal} from "../fault.ts";

const longest = 2048;
const mostShown = 60;

/**
 * What a query says, checked against what is taken. A field that is left empty, as forms send it, was not given.
 *
 * @throws {ServedFault} PARAMETER_REFUSED naming the field that is unknown, stands there twice, or has a value it cannot take.
 */
export function parsedQuery<Shape extends z.ZodRawShape>(
  query: URLSearchParams,
  takes: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const known = Object.keys(takes.shape);
  const given: Record<string, string> = Object.create(null) as Record<string, string>;
  if (query.size > 0 && query.toString().length > longest) throw refusal("PARAMETER_REFUSED", "the query is too long");
  const seen = new Set<string>();
  for (const [name, value] of query) {
    if (!known.includes(name)) {
      const takenNames = known.length === 0 ? "leave the query out" : `it takes ${known.join(", ")}`;
      throw refusal("PARAMETER_REFUSED", "there is no such parameter", {where: shown(name), help: takenNames});
    }
    if (seen.has(name)) throw refusal("PARAMETER_REFUSED", "it is given twice", {where: name, help: "give it once"});
    seen.add(name);
    if (value !== "") given[name] = value;
  }
  const checked = takes.safeParse({...given});
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = String(issue?.path[0] ?? "");
  throw refusal("PARAMETER_REFUSED", `"${shown(given[where] ?? "")}" cannot be taken`, {
    where,
    help: issue?.message ?? "",
  });
}

/** What strangers wrote, short and without anything that cannot be seen. */
function shown(text: string): string {
  const short = visible(text);
  return short.length > mostShown ? `${short.slice(0, mostShown)}…` : short;
}
