import {type AskedPath, readAskedPath, writeAskedPath} from "../../base/paths/asked-path.ts";
import {extensionOf} from "../../base/paths/endings.ts";
import {canonicalPath, inOneCase} from "../../base/paths/form.ts";
import {bareQuery} from "../../base/paths/query.ts";

/** What makes two documents of two paths. */
export interface DocumentNaming {
  /** Parameters whose values tell documents apart. */
  readonly query: ReadonlySet<string>;
  /** What patterns ask of a query that tells documents apart, as they write it. */
  readonly conditions: ReadonlySet<string>;
  readonly isOneCase: boolean;
  readonly isOneSlash: boolean;
}

/** As documents are told apart where nothing is said of it. */
export const usualNaming: DocumentNaming = {
  query: new Set(),
  conditions: new Set(),
  isOneCase: false,
  isOneSlash: false,
};

/** A text that was cut, and has a hash of the whole at its end. */
const cutText = /…[0-9a-f]{32}$/;

/** What was asked for, in the one spelling that rules and documents go by. */
export function askedIn(text: string, {isOneCase}: Pick<DocumentNaming, "isOneCase">): AskedPath {
  const asked = readAskedPath(text);
  if (cutText.test(asked.path)) return asked;
  const path = canonicalPath(asked.path);
  return {...asked, path: isOneCase ? inOneCase(path) : path};
}

/**
 * Which document was asked for? Its path, and of the query what tells documents apart.
 *
 * `/index.html` is what a server gives for `/`.
 *
 * @param asked In one spelling, as {@link askedIn} gives it.
 */
export function documentOf({path, query}: AskedPath, naming: DocumentNaming): string {
  const folder = path.replace(/\/index\.html$/, "/");
  const own = naming.isOneSlash && folder.length > 1 && folder.endsWith("/") ? folder.slice(0, -1) : folder;
  const told = query.filter((item) => tellsApart(item, naming));
  return writeAskedPath({path: own, query: told, conditions: [], content: null});
}

/** Does it make another document of a path? @param item Of a query, as it is kept: `name=value`. */
export function tellsApart(item: string, {query, conditions}: DocumentNaming): boolean {
  return query.has(parameterOf(item)) || conditions.has(item);
}

/** The parameter that an item of a query is of, or that it is of none. */
export function parameterOf(item: string): string {
  const equals = item.indexOf("=");
  return equals === -1 ? bareQuery : item.slice(0, equals);
}

/** Which item is it that a document is a format of? The document without its ending, where that tells a format. */
export function itemOf(document: string, formats: ReadonlySet<string>): string {
  const {path} = readAskedPath(document);
  const extension = extensionOf(path);
  if (extension === "" || !formats.has(extension)) return document;
  return path.slice(0, -extension.length - 1) + document.slice(path.length);
}
