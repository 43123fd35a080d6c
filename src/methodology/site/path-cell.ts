import {parametersOf} from "../../base/paths/query.ts";
import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {askedIn, type DocumentNaming, documentOf, parameterOf, tellsApart} from "./path.ts";

/**
 * The document that a path leads to: a path as the logs have it, from its first slash, perhaps with a query.
 *
 * Not an address of the web, and without fragment: no request in the store has any of these. Of a query every parameter has to be one
 * that makes a document.
 */
export function documentCell(naming: DocumentNaming): Cell<string> {
  return cell((text, refuse) => {
    if (!text.startsWith("/")) {
      return refuse(`${quoted(text)} is not a path`, "write it from its first slash, like /zhongwen/news.html");
    }
    const end = text.search(/[?#]/);
    const path = end === -1 ? text : text.slice(0, end);
    if (end !== -1 && (text[end] === "#" || text.includes("#"))) {
      return refuse(
        `${quoted(text)} has a fragment, and no document has one`,
        `write ${text.slice(0, text.indexOf("#"))}`,
      );
    }
    const parameters = parametersOf(end === -1 ? "" : text.slice(end + 1));
    const query = [...parameters].map(([name, value]) => `${name}=${value}`).sort();
    const oddItem = query.find((item) => !tellsApart(item, naming));
    if (oddItem !== undefined) {
      const odd = parameterOf(oddItem);
      const help = `write ${path}, or add ${odd} to documents.query in broadsheet.yaml`;
      return refuse(`${quoted(text)} has the parameter ${odd}, and that makes no document`, help);
    }
    return documentOf({...askedIn(path, naming), query}, naming);
  });
}
