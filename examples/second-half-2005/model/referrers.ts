import type {Chance} from "./random.ts";

/** Pages of the publication that lead to others of it. */
const ownPages = ["/en/", "/en/", "/", "/zhongwen/", "/es/", "/newspaper/"] as const;

/** Pages of results of search engines; the first are used most. What was searched for must not come into a report. */
const searches = [
  "http://www.google.com/search?q=free+press",
  "http://www.google.com/search?hl=en&q=newspaper+archive",
  "http://search.yahoo.com/search?p=newspaper&ei=UTF-8",
  "http://www.google.de/search?q=zeitung+archiv",
  "http://www.google.fr/search?q=journal",
  "http://search.msn.com/results.aspx?q=press",
  "http://www.baidu.com/s?wd=%D0%C2%CE%C5",
  "http://www.google.com.tr/search?q=gazete",
  "http://web.ask.com/web?q=who+writes+newspapers",
  "http://www.altavista.com/web/results?q=press",
  "http://search.lycos.com/default.asp?query=press",
  "http://www.alltheweb.com/search?q=press",
] as const;

/** Other sites with a link to the publication. */
const sites = [
  "http://links.example.net/newspapers.html",
  "http://weblog.example.com/2005/10/",
  "http://library.example/reading-lists/press.html",
  "http://www.school.example/links",
  "http://union.example:8080/",
  "http://del.icio.us/popular/news",
  "http://www.livejournal.com/friends",
  "http://www.friendster.com/home",
] as const;

/** Sites that write themselves into logs and link to nobody; `referrer-spam.txt` names them. */
const spam = ["http://texas-holdem.poker-night.example/", "http://www.cheap-pills.example/buy?now=1"] as const;

/** Referrers that mean to do harm in a report; quotes are escaped as a server does. */
const hostile = [
  '\\"><script>alert(1)</script>',
  '=HYPERLINK(\\"http://www.example.com/\\",\\"prize\\")',
  "javascript:alert(document.cookie)",
  "\x1b]0;title\x07",
  "http://<b>bold</b>.example.com/",
] as const;

/** Which page does a client say that it comes from? */
export function pickReferrer({next, skewedBelow, oneOf}: Chance): string {
  const kind = next();
  if (kind < 0.001) return oneOf(hostile);
  if (kind < 0.009) return oneOf(spam);
  if (kind < 0.35) return "-";
  if (kind < 0.52) return searches[skewedBelow(searches.length)]!;
  if (kind < 0.57) return sites[skewedBelow(sites.length)]!;
  return `http://press.example.org${oneOf(ownPages)}`;
}
