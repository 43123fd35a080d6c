import type {Chance} from "./random.ts";
import {pickRootPage, pickWellKnown} from "./well-known.ts";

/** A document as it is asked for, and about how large it is. */
export interface Page {
  readonly path: string;
  /** Bytes, before the month is scaled to its sum. */
  readonly size: number;
}

/** Departments and how much each is read; the Chinese one gains month by month: sixth in June, fourth in the half-year after it. */
const departments = [
  {name: "en", share: 30, growth: 0},
  {name: "es", share: 15, growth: 0},
  {name: "fr", share: 12, growth: 0},
  {name: "de", share: 8, growth: 0},
  {name: "tr", share: 6.5, growth: 0},
  {name: "zhongwen", share: 5, growth: 1.4},
  {name: "pt", share: 4.5, growth: 0},
  {name: "ru", share: 4, growth: 0},
  {name: "eo", share: 1, growth: 0},
] as const;

const topics = ["world", "work", "culture", "science", "letters", "history"] as const;

/** Requests that have gone wrong in other people's counting; each is a document that was served. */
export const awkwardPaths: readonly string[] = [
  '/culture/the-"free"-press.html',
  "//es//index.html",
  "/search?q=logo.gif",
  "/zhongwen/robots.txt",
  "/zhongwen/%E4%B8%96%E7%95%8C/2005.html",
  "/letters/my first letter.html",
  '/es/<script>alert("reader")</script>.html',
  "/fr/%3Cimg%20src=x%20onerror=alert(1)%3E.html",
  "/=1+2;@SUM(A1:A9)",
  "/de/\x1b[31mred\x1b[0m.html",
  "/{{7*7}}/%24{7*7}/%s%n.html",
  "/../../press.html",
  "/photographs.gif.html",
];

/** Which department is read? @param month From 0 for July. */
function departmentIn(month: number, {next}: Chance): string {
  let left = next() * departments.reduce((sum, {share, growth}) => sum + share + growth * month, 0);
  for (const {name, share, growth} of departments) {
    left -= share + growth * month;
    if (left < 0) return name;
  }
  return departments[0].name;
}

/**
 * Which document does someone ask for in this month? Front pages, well-known documents, the newspaper's issues, and
 * articles back to 1998.
 *
 * @param month From 0 for July.
 */
export function pickPage(month: number, chance: Chance): Page {
  const {next, below, skewedBelow, oneOf} = chance;
  const kind = next();
  if (kind < 0.05) return {path: pickRootPage(chance), size: 18_000 + below(9000)};
  if (kind < 0.065)
    return {path: `/newspaper/2005/issue-${1 + below(26 + month * 4)}.pdf`, size: 400_000 + below(2_000_000)};
  if (kind < 0.09)
    return {
      path: `/newspaper/issue-${1 + below(26 + month * 4)}/page-${1 + below(8)}.html`,
      size: 20_000 + below(50_000),
    };
  if (kind < 0.15) return {path: pickWellKnown(month, chance), size: 30_000 + below(30_000)};
  const department = departmentIn(month, chance);
  const folder = department === "zhongwen" && next() < 0.25 ? "zhongwen/fanti" : department;
  if (kind < 0.27) return {path: `/${folder}/${next() < 0.3 ? "index.html" : ""}`, size: 14_000 + below(12_000)};
  const year = 2005 - skewedBelow(8);
  const story = skewedBelow(next() < 0.4 ? 12 : 400);
  const query = next() < 0.04 ? oneOf(["?print=1", "?page=2", "?from=newsletter&id=7"]) : "";
  return {path: `/${folder}/${oneOf(topics)}/${year}/story-${story}.html${query}`, size: 6000 + below(80_000)};
}

/** Which graphic stands on a page? Some in capitals, some with a query. */
export function pickGraphic({next, below, skewedBelow, oneOf}: Chance): string {
  const kind = next();
  if (kind < 0.5) return oneOf(["/images/logo.gif", "/images/masthead.png", "/images/dot.gif", "/images/rule.GIF"]);
  if (kind < 0.55) return "/favicon.ico";
  if (kind < 0.6) return `/images/photo-${below(900)}.jpg?width=${oneOf([200, 400])}`;
  return `/images/${oneOf(topics)}/photo-${skewedBelow(2000)}.${oneOf(["jpg", "jpg", "JPG", "gif", "jpeg"])}`;
}

/** Which piece of furniture belongs to a page? Never /robots.txt, which makes a robot of who asks. */
export function pickFurniture({oneOf}: Chance): string {
  return oneOf([
    "/style/main.css",
    "/style/print.css",
    "/scripts/menu.js?v=3",
    "/news.rss",
    "/es/news.xml",
    "/player.swf",
    "/Clock.class",
  ]);
}
