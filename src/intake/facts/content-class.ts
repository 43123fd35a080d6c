import type {ContentClass} from "../../base/paths/asked-path.ts";
import {extensionOf, furnitureEndings, graphicEndings} from "../../base/paths/endings.ts";

const [graphics, furniture] = [new Set(graphicEndings), new Set(furnitureEndings)];

/** Endings that pages have: of these, and of paths without one, nobody thinks that they were anything else. */
const pageEndings: ReadonlySet<string> = new Set([
  "",
  ..."html htm xhtml shtml shtm php php3 php5 phtml asp aspx jsp jspx do cgi pl cfm".split(" "),
]);

const furnitureTypes: ReadonlySet<string> = new Set([
  ..."css javascript ecmascript xml xsl vtt".split(" ").map((name) => `text/${name}`),
  ...(
    "javascript x-javascript ecmascript json xml wasm rss+xml atom+xml rdf+xml manifest+json ld+json feed+json " +
    "vnd.ms-fontobject font-woff font-woff2 x-font-ttf x-font-woff font-sfnt"
  )
    .split(" ")
    .map((name) => `application/${name}`),
]);

/**
 * What did the server call the content, where that says otherwise than the path's ending?
 *
 * An error is a page under any path, and is not asked.
 *
 * @param type `text/html; charset=utf-8`; null where it was not recorded.
 * @param path Without query.
 */
export function contentClassOf(type: string | null, path: string, status: number): ContentClass | null {
  if (type === null || !((status >= 200 && status < 300) || status === 304)) return null;
  const name = type.split(";", 1)[0]!.trim().toLowerCase();
  const ending = extensionOf(path);
  if (name.startsWith("image/")) return graphics.has(ending) ? null : "graphics";
  if (name.startsWith("font/") || furnitureTypes.has(name)) return furniture.has(ending) ? null : "furniture";
  const isPage = name === "text/html" || name === "application/xhtml+xml";
  return isPage && !pageEndings.has(ending) ? "page" : null;
}
