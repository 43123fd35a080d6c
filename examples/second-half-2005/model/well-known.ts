import type {Chance} from "./random.ts";

/** Documents that many readers ask for by name; `titles.csv` says what they are called. The first are read most. */
export const wellKnown = [
  "/en/letters/1999/open-letter.html",
  "/zhongwen/world/2005/xinwen.html",
  "/en/work/2002/eight-hours.html",
  "/es/culture/2003/la-imprenta.html",
  "/en/history/2001/paper-without-owners.html",
  "/fr/letters/2000/lettre-ouverte.html",
  "/zhongwen/letters/2002/duzhe-laixin.html",
  "/en/science/2004/writing-for-the-web.html",
  "/de/work/2004/setzer-und-drucker.html",
] as const;

/** The month, from 0 for July, in which the documents below moved: October. */
const movedIn = 3;

/** Where well-known documents stood before; `aliases.csv` says so. */
export const formerPaths: Readonly<Record<string, string>> = {
  "/zhongwen/world/2005/xinwen.html": "/zhongwen/xinwen.html",
  "/en/history/2001/paper-without-owners.html": "/essays/paper-without-owners.html",
};

/** Which well-known document is asked for, under the path by which it is known in this month? Old links live on. */
export function pickWellKnown(month: number, {next, skewedBelow}: Chance): string {
  const path = wellKnown[skewedBelow(wellKnown.length)]!;
  const former = formerPaths[path];
  return former !== undefined && (month < movedIn || next() < 0.2) ? former : path;
}

/** Which page that belongs to no department is asked for? The front page above all. */
export function pickRootPage({next, oneOf}: Chance): string {
  const kind = next();
  if (kind < 0.5) return "/";
  if (kind < 0.7) return "/index.html";
  return oneOf(["/sitemap.html", "/sitemap.html", "/subscribe.html", "/contact.html"]);
}

/** Documents that were there once, and that links still lead to. The first are asked for most. */
const lost = [
  "/guestbook.html",
  "/en/links.html",
  "/zhongwen/1999/index.html",
  "/radio/",
  "/en/world/1998/peace-talks.html",
  "/newspaper/1997/issue-1.html",
  "/es/letters/1998/cartas.html",
  "/fr/culture/1998/affiche.html",
  "/de/work/1999/streik.html?print=1",
] as const;

/** Which document is asked for in vain? */
export function pickLost({next, below, skewedBelow}: Chance): string {
  return next() < 0.7 ? lost[skewedBelow(lost.length)]! : `/en/world/1997/story-${below(300)}.html`;
}
