import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {documentOf} from "./path.ts";

/**
 * A path as the logs have it, from its first slash.
 *
 * Not an address of the web, and without query and fragment: no request in the store has any of these.
 */
export const pathCell: Cell<string> = cell((text, refuse) => {
  if (!text.startsWith("/")) {
    return refuse(`${quoted(text)} is not a path`, "write it from its first slash, like /zhongwen/news.html");
  }
  const end = text.search(/[?#]/);
  if (end === -1) return text;
  return refuse(`${quoted(text)} has a query or a fragment, and no document has one`, `write ${text.slice(0, end)}`);
});

/** The document that a path leads to. */
export const documentCell: Cell<string> = pathCell.transform(documentOf);
