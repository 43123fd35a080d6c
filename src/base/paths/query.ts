import {canonicalText} from "./form.ts";
import {isToken} from "./token.ts";

/** The form that names of parameters have, in settings and where any are proposed. */
export const parameterName = /^[A-Za-z_][A-Za-z0-9_.[\]-]{0,63}$/;

/** Stands in settings for what a query says without the name of a parameter: `/?12`, `/?about-us`. No parameter is called so. */
export const bareQuery = "?";

/** What of a query is kept. */
export interface QueryOrder {
  /** The parameters that make a document. */
  readonly names: readonly string[];
  /** What rules ask of a query: whether it holds is kept, and the query is not. */
  readonly conditions: readonly QueryCondition[];
}

/** What a pattern asks of a query: a parameter, and perhaps its value. */
export interface QueryCondition {
  readonly name: string;
  /** In which `*` is anything; null where any value will do. */
  readonly value: string | null;
  /** As it is written. */
  readonly text: string;
  /** Does it tell documents apart? Then it is kept as a part of the document's name. */
  readonly isOfDocument: boolean;
}

/**
 * Between parameters: `&`, as programs write it that take a page's text for its addresses, too; and where a name follows a semicolon, as the
 * W3C once recommended it.
 */
const border = /&(?:amp;)?|;(?=[\w.[\]%-]{1,64}=)/;

/** So many parameters of a query are looked at. */
const mostParameters = 200;

/** The parameters of a query, names as they are and values in one spelling. Of several values of one name the last holds. */
export function parametersOf(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  if (query === "") return parameters;
  for (const item of query.split(border, mostParameters)) {
    const equals = item.indexOf("=");
    const name = canonicalText(equals === -1 ? item : item.slice(0, equals));
    const value = equals === -1 ? "" : item.slice(equals + 1);
    parameters.set(decodedBrackets(name), canonicalText(value.replaceAll("+", "%20")));
  }
  return parameters;
}

/** What a query says before anything else, and without a parameter's name; empty where it does not, or where it tells a session. */
export function bareIn(query: string): string {
  const [first = ""] = query.split(border, 1);
  if (first.includes("=") || isToken(first)) return "";
  // What begins with this sign is a condition, where it is kept.
  return canonicalText(first.replaceAll("+", "%20")).replace(/^~/, "%7E");
}

/** What of a query is kept: what stands before all parameters, `name=value` in the order of the names, and the conditions that hold. */
export function keptQuery(query: string, {names, conditions}: QueryOrder): {query: string[]; conditions: string[]} {
  const parameters = new Map(parametersOf(query)).set(bareQuery, bareIn(query));
  const holding = conditions.filter((condition) => holds(condition, parameters));
  const named = names.flatMap((name) => {
    if (name === bareQuery) return bareIn(query) || [];
    const value = parameters.get(name);
    return value === undefined || value === "" ? [] : [`${name}=${value}`];
  });
  const ofDocument = holding.filter(({isOfDocument, name}) => isOfDocument && !names.includes(name));
  return {
    query: [...new Set([...named, ...ofDocument.map(({text}) => text)])].sort(),
    conditions: [...new Set(holding.filter(({isOfDocument}) => !isOfDocument).map(({text}) => text))].sort(),
  };
}

/** Is there a parameter of the name, and has it the value? */
export function holds({name, value}: QueryCondition, parameters: ReadonlyMap<string, string>): boolean {
  const found = parameters.get(name);
  if (found === undefined) return false;
  return value === null || isAsWritten(found, value);
}

/** Is the text what is written, in which a star is anything? Looks for the parts between stars one after the other. */
export function isAsWritten(text: string, written: string): boolean {
  const [first = "", ...parts] = written.split("*");
  if (parts.length === 0) return text === first;
  const last = parts.pop()!;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

function decodedBrackets(name: string): string {
  return name.replaceAll("%5B", "[").replaceAll("%5D", "]");
}
