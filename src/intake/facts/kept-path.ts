import {contentMark, writeAskedPath} from "../../base/paths/asked-path.ts";
import {keptQuery, type QueryOrder} from "../../base/paths/query.ts";
import {contentClassOf} from "./content-class.ts";
import {pathOf} from "./impersonal-text.ts";
import {withoutSessions} from "./session-text.ts";

/** Stands in no clean line: what stands behind it was not a part of the target. */
const border = "\u0001";

/** The word for a target, and for what the server called the content. */
export function wordOfPath(target: string, contentType: string | null, status: number): string {
  if (contentType === null) return target;
  const content = contentClassOf(contentType, pathOf(target), status);
  return content === null ? target : `${target}${border}${content}`;
}

/**
 * What is kept of a target: its path without sessions and users, what the settings ask for of its query, and what was found out of its
 * content.
 *
 * @param word As {@link wordOfPath} gives it.
 * @param order What of the query is kept; null where nothing is.
 */
export function keptPath(word: string, order: QueryOrder | null): string {
  const end = word.indexOf(border);
  const target = end === -1 ? word : word.slice(0, end);
  const path = pathOf(target);
  const content = end === -1 ? "" : `${contentMark}${word.slice(end + border.length)}`;
  const query = order === null ? "" : queryOf(target);
  if (query === "" || order === null) return content === "" ? path : `${path}?${content}`;
  const kept = writeAskedPath({path, ...keptQuery(query, order), content: null});
  return content === "" ? kept : `${kept}${kept.includes("?") ? "&" : "?"}${content}`;
}

/** The query of a target, without its question mark, the fragment and sessions; empty where there is none. */
export function queryOf(target: string): string {
  const fragment = target.indexOf("#");
  const whole = fragment === -1 ? target : target.slice(0, fragment);
  const mark = whole.indexOf("?");
  return mark === -1 ? "" : withoutSessions(whole.slice(mark + 1));
}
