import {bookshopVisits} from "./bookshop.ts";
import {askersOf, type Client, knownRobots, namelessRobots} from "./clients.ts";
import type {MonthFigures} from "./figures.ts";
import {type LoggedRequest, writeDamaged, writeLine} from "./line.ts";
import {pickFurniture, pickGraphic} from "./pages.ts";
import {type Chance, chanceFrom} from "./random.ts";
import {pickReferrer} from "./referrers.ts";
import {
  blacklistedVisits,
  countedVisits,
  developersVisits,
  heavyVisits,
  pickInstant,
  robotsVisits,
  type Visit,
} from "./visits.ts";
import {pickLost} from "./well-known.ts";

interface Entry {
  readonly at: number;
  readonly line: string;
}

/**
 * Which lines does the log of one month hold, in order of time?
 *
 * The figures say how many requests of each verdict; chance says which and when. The same figures give the same lines.
 *
 * @param month Its place in the half-year, from 0; -1 for June.
 */
export function linesOfMonth(figures: MonthFigures, month: number): readonly string[] {
  const chance = chanceFrom(20_050_700 + month);
  const counted = countedRequests(figures, countedVisits(figures, month, chance), chance);
  const visits = [heavyVisits, blacklistedVisits, developersVisits, robotsVisits].flatMap((make) =>
    make(figures, month, chance),
  );
  const others = visits.map((visit) => request(visit, 200, visit.page.size, chance));
  const requests = [...counted, ...others];
  const entries = [...requests, ...around(figures, month, requests, chance)].map(
    (entry): Entry => ({at: entry.at, line: writeLine(figures.period, entry)}),
  );
  const noise = [...damaged(figures, chance), {at: figures.days * 43_200, line: ""}];
  const sorted = [...entries, ...noise].sort((a, b) => a.at - b.at);
  return [`# log of the web server, ${figures.period}`, ...sorted.map(({line}) => line)];
}

function request({at, client, page}: Visit, status: number, bytes: number | null, chance: Chance): LoggedRequest {
  const protocol = chance.next() < 0.85 ? " HTTP/1.1" : chance.next() < 0.98 ? " HTTP/1.0" : "";
  return {
    at,
    address: chance.oneOf(client.addresses),
    agent: chance.oneOf(client.agents),
    request: `GET ${page.path}${protocol}`,
    status,
    bytes,
    referrer: pickReferrer(chance),
  };
}

/** The counted requests: some answered from the reader's own copy (304), the rest scaled to the month's bytes exactly. */
function countedRequests(figures: MonthFigures, visits: readonly Visit[], chance: Chance): LoggedRequest[] {
  const isCached = visits.map((_, place) => place > 0 && chance.next() < 0.08);
  const natural = visits.reduce((sum, {page}, place) => sum + (isCached[place] ? 0 : page.size), 0);
  const sizes = visits.map(({page}, place) =>
    isCached[place] ? 0 : Math.floor((page.size * figures.bytes) / natural),
  );
  sizes[0]! += figures.bytes - sizes.reduce((sum, size) => sum + size, 0);
  return visits.map((visit, place) =>
    isCached[place]
      ? request(visit, 304, chance.next() < 0.9 ? null : 0, chance)
      : request(visit, 200, sizes[place]!, chance),
  );
}

/** What comes with the documents and is never counted: each piece a few seconds after one of them, from the same client. */
function around(
  figures: MonthFigures,
  month: number,
  documents: readonly LoggedRequest[],
  chance: Chance,
): LoggedRequest[] {
  const asked = robotsFiles(figures, month, chance);
  const sent = bookshopVisits(figures, month, chance).map((visit) => request(visit, 302, visit.page.size, chance));
  const refused = asked.filter(({status}) => status === 404).length;
  const {verdicts, days} = figures;
  const pieces = [
    {total: verdicts["not-get"] ?? 0, make: notGet},
    {total: (verdicts["not-successful"] ?? 0) - refused - sent.length, make: notSuccessful},
    {total: verdicts.graphics ?? 0, make: graphic},
    {total: (verdicts["page-furniture"] ?? 0) - (asked.length - refused), make: furniture},
  ];
  const last = days * 86_400 - 1;
  return pieces.reduce(
    (requests, {total, make}) => {
      for (let place = 0; place < total; place++) {
        const document = documents[Math.floor((place * documents.length) / total)]!;
        const piece = make(document, chance);
        requests.push({...document, ...piece, at: Math.min(last, document.at + chance.below(5))});
      }
      return requests;
    },
    [...asked, ...sent],
  );
}

type Piece = Pick<LoggedRequest, "request" | "status" | "bytes">;

function notGet(document: LoggedRequest, {next, below, oneOf}: Chance): Piece {
  const kind = next();
  if (kind < 0.6) return {request: document.request.replace("GET ", "HEAD "), status: 200, bytes: null};
  if (kind < 0.9) return {request: "POST /cgi-bin/subscribe HTTP/1.1", status: 200, bytes: 400 + below(900)};
  if (kind < 0.95) return {request: "OPTIONS * HTTP/1.0", status: 200, bytes: null};
  return {
    request: oneOf(["PROPFIND /en/ HTTP/1.1", "SEARCH /\\x90\\x02\\xb1\\x02\\xb1 HTTP/1.1"]),
    status: 405,
    bytes: 312,
  };
}

function notSuccessful(document: LoggedRequest, chance: Chance): Piece {
  const {next, below} = chance;
  const kind = next();
  if (kind < 0.25) return {request: "GET /es HTTP/1.1", status: 302, bytes: 290};
  if (kind < 0.4)
    return {
      request: `GET /newspaper/2005/issue-${1 + below(26)}.pdf HTTP/1.1`,
      status: 206,
      bytes: 65_536 + below(300_000),
    };
  if (kind < 0.45) return {request: document.request, status: 500, bytes: 611};
  if (kind < 0.5) return {request: "GET /private/ HTTP/1.1", status: 403, bytes: 299};
  if (kind < 0.65) return {request: `GET ${pickLost(chance)} HTTP/1.1`, status: 404, bytes: 305};
  if (kind < 0.66) return {request: "GET /<script>alert(document.title)</script> HTTP/1.1", status: 404, bytes: 318};
  return {request: `GET /images/lost-${below(60)}.gif HTTP/1.1`, status: 404, bytes: 305};
}

function graphic(_document: LoggedRequest, chance: Chance): Piece {
  const path = pickGraphic(chance);
  if (chance.next() < 0.25) return {request: `GET ${path} HTTP/1.1`, status: 304, bytes: null};
  return {request: `GET ${path} HTTP/1.1`, status: 200, bytes: 400 + chance.below(40_000)};
}

function furniture(_document: LoggedRequest, chance: Chance): Piece {
  return {request: `GET ${pickFurniture(chance)} HTTP/1.1`, status: 200, bytes: 900 + chance.below(9000)};
}

/** Who asked for /robots.txt? Most robots that say so and every one that does not; some get none. */
function robotsFiles(figures: MonthFigures, month: number, chance: Chance): LoggedRequest[] {
  const openly: readonly Client[] = [...knownRobots, ...namelessRobots].filter((_, place) => place % 3 !== 0);
  return [...openly, ...askersOf(month, figures.readers)].map((client, place) => {
    const [status, bytes] = (
      [
        [200, 128],
        [404, 299],
        [304, null],
      ] as const
    )[place % 3]!;
    const page = {path: "/robots.txt", size: 0};
    return request({at: pickInstant(figures, chance), client, page}, status, bytes, chance);
  });
}

function damaged(figures: MonthFigures, chance: Chance): Entry[] {
  return Array.from({length: figures.damaged}, (_, kind) => {
    const at = pickInstant(figures, chance);
    return {at, line: writeDamaged(figures.period, at, kind, chance)};
  });
}
