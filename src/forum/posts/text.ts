import {cleanSource, cleanTitle, lengthOf} from "../text/clean.ts";
import {longestPost} from "../text/draw.ts";

/** What is wrong with what somebody wrote. */
export type PostFault = "empty" | "too-long" | "unknown" | "waiting" | "held";

/** How many characters a title may have. */
export const longestTitle = 120;

/** What is wrong with a text; null where it can be posted. */
export function faultOf(source: string): "empty" | "too-long" | null {
  // Before it is looked at: ten megabytes are nobody's post.
  if (source.length > 4 * longestPost) return "too-long";
  const text = cleanSource(source);
  if (lengthOf(text) > longestPost) return "too-long";
  return isEmpty(text) ? "empty" : null;
}

/** What is wrong with a title; null where a thread can have it. */
export function titleFaultOf(title: string): "empty" | "too-long" | null {
  if (title.length > 8 * longestTitle) return "too-long";
  const text = cleanTitle(title);
  if (lengthOf(text) > longestTitle) return "too-long";
  return isEmpty(text) ? "empty" : null;
}

function isEmpty(text: string): boolean {
  return !/[\p{L}\p{N}\p{S}\p{P}]/u.test(text);
}
