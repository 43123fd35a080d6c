import {UserError} from "../../base/error.ts";
import {readHoldings, type SiteDescription} from "../../methodology/site/site.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {TableRows} from "../files/table-rows.ts";

/** What documents and departments are called in print; empty where nothing is said. */
export interface GivenNames extends Pick<SiteDescription, "documentNamed"> {
  readonly titles: (document: string) => string;
  readonly departments: (key: string) => string;
}

/** What the tables of a workspace call things now. @throws {UserError} DEPARTMENTS_REFUSED or TITLES_REFUSED */
export function namesGiven({config, folder}: Pick<Workspace, "config" | "folder">): GivenNames {
  const {documentNamed, titles, general} = readHoldings(config, folder);
  const titleOf = (key: string): string => general.departments?.titleOf(key) ?? key;
  return {
    documentNamed,
    titles: (document) => titles.get(document)?.title ?? "",
    departments: (key) => (titleOf(key) === key ? "" : titleOf(key)),
  };
}

/**
 * The text of a table of titles with documents called otherwise; whatever else stands there stays as it is.
 *
 * @param titles By document; an empty one takes its row away.
 * @source docs/departments.md#titles
 */
export function renameDocuments(
  text: string,
  titles: ReadonlyMap<string, string>,
  {documentNamed}: Pick<SiteDescription, "documentNamed">,
): string {
  const table = new TableRows(text.trim() === "" ? "path,title\n" : text, ["path", "title", "group"]);
  const known = new Set<string>();
  const added = (): {path: string; title: string}[] =>
    [...titles].flatMap(([path, title]) => (known.has(path) || title === "" ? [] : [{path, title}]));
  const change = (row: Readonly<Record<string, string>>): Readonly<Record<string, string>> | null => {
    const document = documentNamed(row["path"] ?? "");
    const title = document === null ? undefined : titles.get(document);
    if (document === null || title === undefined) return row;
    known.add(document);
    return title === "" ? null : {...row, title};
  };
  // Which rows there are is known when all were looked at.
  table.with(change, []);
  return table.with(change, added());
}

/**
 * The text of a table of departments with some called otherwise in print; their keys stay.
 *
 * @param titles By key; an empty one leaves the key to be printed.
 * @throws {UserError} DEPARTMENTS_REFUSED where the table has no column for titles.
 * @source docs/departments.md
 */
export function renameDepartments(text: string, titles: ReadonlyMap<string, string>): string {
  const table = new TableRows(text, ["prefix", "department", "language", "title"]);
  if (!table.columns.includes("title")) {
    const what = "the table of departments has no column title";
    throw new UserError("DEPARTMENTS_REFUSED", what, "add the name title to its first line, and a cell to each row");
  }
  const seen = new Set<string>();
  return table.with((row) => {
    const key = row["department"] ?? "";
    const title = titles.get(key);
    if (title === undefined) return row;
    // Of several rows one has the title: two that differ are refused.
    const own = seen.has(key) ? "" : title;
    seen.add(key);
    return own === row["title"] ? row : {...row, title: own};
  }, []);
}
