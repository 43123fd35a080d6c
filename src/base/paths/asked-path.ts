/*
 * What is kept of a request's target is one text: the path, and behind a question mark what of the query the settings ask for. An item that
 * begins with `~` is no part of the document's name: it says that a condition of a rule held, or what the server called the content.
 * Nothing of a query that no setting names is in it.
 */

const contentClasses = ["graphics", "furniture", "page"] as const;

/** What the server said it sent, as far as rules look at it. */
export type ContentClass = (typeof contentClasses)[number];

/** What was asked for, as far as it is kept. */
export interface AskedPath {
  /** Without query. */
  readonly path: string;
  /** `name=value`, in the order of the names. */
  readonly query: readonly string[];
  /** Conditions of rules that held, as the settings write them. */
  readonly conditions: readonly string[];
  /** Null where it was not recorded, or says no more than the path's ending. */
  readonly content: ContentClass | null;
}

const none: readonly string[] = [];

/** Takes the kept text apart. */
export function readAskedPath(text: string): AskedPath {
  const mark = text.indexOf("?");
  if (mark === -1) return {path: text, query: none, conditions: none, content: null};
  const items = text.slice(mark + 1).split("&");
  const said = items.find((item) => item.startsWith(contentMark))?.slice(contentMark.length);
  return {
    path: text.slice(0, mark),
    query: items.filter((item) => !item.startsWith("~")),
    conditions: items
      .filter((item) => item.startsWith("~") && !item.startsWith(contentMark))
      .map((item) => item.slice(1)),
    content: contentClasses.find((name) => name === said) ?? null,
  };
}

/** The text of it that is kept. */
export function writeAskedPath({path, query, conditions, content}: AskedPath): string {
  const items = [
    ...query,
    ...conditions.map((text) => `~${text}`),
    ...(content === null ? [] : [contentMark + content]),
  ];
  return items.length === 0 ? path : `${path}?${items.join("&")}`;
}

/** What stands before the class of the content in a kept text. */
export const contentMark = "~:";
