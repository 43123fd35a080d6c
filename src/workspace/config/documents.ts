import {z} from "zod";
import {type PatternOptions, patternFault} from "../../base/paths/pattern.ts";
import {bareQuery, parameterName} from "../../base/paths/query.ts";

/** Which parameters make a document, of systems that many use: a name for a list of them. */
export const querySystems = {
  wordpress: ["p", "page_id", "attachment_id", "cat", "tag", "author", "m"],
  mediawiki: ["title", "curid"],
  phpbb: ["f", "t", "p"],
  joomla: ["option", "view", "id"],
  drupal: ["q"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const systemNames = Object.keys(querySystems).join(", ");

/** Parameters that say who a reader is are never kept. */
const sessionName =
  /^(?:j|php)?sess(?:ion)?_?id$|^(?:sid|cfid|cftoken|oscsid|zenid|token|auth|password|aspsessionid.*)$/i;

const parameter = z
  .string()
  .refine((name) => name === bareQuery || parameterName.test(name), {
    error: `must be the name of a parameter, like p, or one of ${systemNames}, or "?" for what has no name`,
  })
  .refine((name) => !sessionName.test(name), {error: "must make a document: this one tells who a reader is"});

/** May a parameter of this name make a document? Also the name of a system that has such. */
export function isDocumentParameter(name: string): boolean {
  return parameter.safeParse(name).success;
}

const query = z
  .union([parameter.transform((one) => [one]), z.array(parameter)], {
    error: `must be a list of names of parameters, like [p, page_id], or one of ${systemNames}`,
  })
  .transform((names) => {
    const systems: Readonly<Record<string, readonly string[]>> = querySystems;
    return [...new Set(names.flatMap((name) => systems[name] ?? [name]))].sort();
  });

const spelling = z.enum(["same", "different"]);

const documents = z.strictObject({
  query: query.default([]),
  trailingSlash: spelling.default("different"),
  case: spelling.default("different"),
});

/** The settings of what is one document, and what is several. */
export const documentSettings = Object.keys(documents.shape);

/** What is one document, and what is several; all of it may be commented out. */
export const documentsSetting = z.preprocess((value) => value ?? {}, documents);

/** A pattern of paths; see `docs/patterns.md`. */
export function pathPattern(plain: PatternOptions["plain"]) {
  return z.string().superRefine((text, context) => {
    const fault = patternFault(text, {plain});
    if (fault) context.addIssue({code: "custom", message: fault.what, params: {help: fault.help}});
  });
}
