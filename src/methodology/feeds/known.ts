import type {AskedPath} from "../../base/paths/asked-path.ts";
import {type PathPattern, readPattern} from "../../base/paths/pattern.ts";

const words = (text: string): string[] => text.trim().split(/\s+/);

/** The last part of a feed's path, with a slash behind it or without, in whatever folder. */
const names: ReadonlySet<string> = new Set(
  words(`feed rss rss2 atom feed.json feed.php rss.php rss2.php atom.php index.xml index.rdf index.rss feed.rdf rss.rdf
    podcast.xml`),
);

/** The last two parts, of systems whose feeds are called by their form. */
const formsOfFeed: ReadonlySet<string> = new Set(words("rss rss2 rdf atom podcast json"));

/** What a feed's path ends in. */
const endings = words(".rss .rss2 .atom .rss.xml .atom.xml .feed.xml .rss20");

/** Words by which a file of XML is a feed: `news-feed.xml`. */
const wordsInXml = words("feed rss atom");

const folders: ReadonlySet<string> = new Set(words("feed feeds rss atom"));

/** What many systems answer with a feed by its query, where queries are read. */
const withQuery: readonly PathPattern[] = words("/**?feed /**?format=feed").map((text) => {
  return readPattern(text, {plain: "alone"});
});

/**
 * Is it where feeds usually are? `/feed/`, `/news/rss.xml`, `/index.xml`, `/atom/news.xml`; a map of the site is none, nor is a
 * document below `/feed/`.
 *
 * @source docs/configuration.md#methodologyfeeds
 */
export function isUsualFeed(asked: AskedPath): boolean {
  if (asked.content === "page") return false;
  if (asked.conditions.length + asked.query.length > 0 && withQuery.some((one) => one.fits(asked))) return true;
  const path = (asked.path.endsWith("/") ? asked.path.slice(0, -1) : asked.path).toLowerCase();
  const slash = path.lastIndexOf("/");
  const name = path.slice(slash + 1);
  if (name.includes("sitemap")) return false;
  const folder = path.slice(path.lastIndexOf("/", slash - 1) + 1, slash);
  if (names.has(name) || endings.some((ending) => name.endsWith(ending) && name !== ending)) return true;
  if (folder === "feed" && formsOfFeed.has(name)) return true;
  if (name.endsWith(".xml") || name.endsWith(".json")) {
    return folders.has(folder) || (name.endsWith(".xml") && hasWord(name.slice(0, -".xml".length)));
  }
  return name === "default" && (path.startsWith("/feeds/posts/") || path.startsWith("/feeds/comments/"));
}

/** `rss`, `news-feed`, `feed_2`; of `feedback` and `brass` it is a part. */
function hasWord(name: string): boolean {
  return name.split(/[^a-z]+/).some((part) => wordsInXml.includes(part));
}
