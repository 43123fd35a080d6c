import type {RobotKind} from "./kind.ts";
import type {Wanted} from "./text-index.ts";

/** A robot that is known by a text in its agent. */
export interface KnownRobot extends Wanted {
  readonly name: string;
  readonly kind: RobotKind;
}

/** By kind, with commas between them; what stands after `=` is the name, where it is not the text itself. */
const textsByKind: Partial<Readonly<Record<RobotKind, string>>> = {
  advertising: "OAI-AdsBot",
  "feed-reader": `
    Akregator, Apple-PubSub, Digg Feed Fetcher, Feed Wrangler, feedzirra, Liferea, livedoor FeedFetcher, NetNewsWire,
    newsbeuter, newsboat, NewsFire, NewsGator, Newsify, NewsRack, QuiteRSS, QuiteRss=QuiteRSS, R6_CommentReader=Radian6,
    R6_FeedFetcher=Radian6, Reeder/, RSS Bot, rss2email, RSSOwl, TwitterFeed, UniversalFeedParser, Vienna/,
    WebFeedParser=Safari feeds, Windows-RSS-Platform`,
  library: `
    Apache-HttpClient, fasthttp, Go 1.1 package http=Go-http-client, Google-HTTP-Java-Client, GuzzleHttp, HTMLParser,
    HTTP_Request2, Jakarta Commons-HttpClient, Java/, libfetch, PostmanRuntime, PycURL, python-urllib3, reqwest/`,
  other: "Jetpack by WordPress.com=WordPress",
  scanner: `
    feroxbuster, Fuzz Faster U Fool, gobuster, LaravelScanner, Microsoft WinRM Client, Nuclei, Palo Alto Networks,
    what-vpn`,
  search: "Google favicon=Google Favicon, YandexBlogs=Yandex",
};

/**
 * Which robots do we know by ourselves, because the lists have no name for them?
 *
 * @source docs/robots.md#where-names-and-kinds-come-from
 */
export const knownRobots: readonly KnownRobot[] = Object.entries(textsByKind).flatMap(([kind, texts]) =>
  texts.split(",").map((written) => {
    const [text = "", name = text.replace(/\/$/, "")] = written.trim().split("=");
    return {text, name, kind: kind as RobotKind};
  }),
);
