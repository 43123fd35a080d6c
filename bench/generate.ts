import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {type Chance, chanceFrom} from "../examples/second-half-2005/model/random.ts";

/*
 * A log as a busy site writes it: half a year in order of time, some 90,000 clients of very different zeal who come
 * for visits, 20,000 documents in eight departments, documents that are missing, graphics for half of all requests, robots
 * among 3,000 agents, referrers of some 2,000 sites, one damaged line in 50,000.
 */

const months = ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const beginning = Date.UTC(2005, 6, 1) / 1000;
const [halfYear, month] = [184, 31].map((days) => days * 86_400) as [number, number];
/** The folders of the site, each a department. */
const departments = ["news", "zhongwen", "es", "fr", "politics", "culture", "science", "archive"] as const;
const systems = ["Windows NT 10.0; Win64; x64", "X11; Linux x86_64", "Macintosh; Intel Mac OS X 10_15_7"] as const;
const phone = "iPhone; CPU iPhone OS 17_1 like Mac OS X";
const clientCount = 131_072;
const agentCount = 3000;
const flushAt = 1 << 22;

const pad = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const rowOf = <T>(size: number, make: (place: number) => T): T[] =>
  Array.from({length: size}, (_, place) => make(place));

const isRobot = (agent: number): boolean => agent % 17 === 5 || agent % 29 === 3;

function agentOf(place: number, {below}: Chance): string {
  if (place % 17 === 5) return `Mozilla/5.0 (compatible; Googlebot/2.${place}; +http://www.google.com/bot.html)`;
  if (place % 29 === 3) {
    return `Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.${place}; +https://openai.com/gptbot)`;
  }
  return `Mozilla/5.0 (${systems[below(4)] ?? phone}) Gecko/20100101 Firefox/${60 + below(80)}.${place}`;
}

/** Addresses from 198.18.0.0/15, kept for benchmarks, and from the IPv6 range kept for documentation. */
function clientOf(place: number): string {
  if (place % 25 === 3) return `2001:db8:${((place * 7919) & 65_535).toString(16)}:${(place & 65_535).toString(16)}::1`;
  const shuffled = Math.imul(place, 40_503) & 131_071;
  return `198.${18 + (shuffled >> 16)}.${(shuffled >> 8) & 255}.${shuffled & 255}`;
}

/** Sites that send readers, search engines and AI assistants first, and two that only write themselves into logs. */
const searches = [
  "https://www.google.com/",
  "https://www.bing.com/",
  "https://duckduckgo.com/",
  "https://www.google.de/",
];
const assistants = ["https://chatgpt.com/", "https://www.perplexity.ai/search?q=paper"];
const spam = ["http://semalt.com/crawler", "http://www.buttons-for-website.com/"];

function referrerOf(place: number): string {
  return [...searches, ...assistants, ...spam][place] ?? `https://site-${place}.example.net/links/${place % 7}.html`;
}

function makeCast(chance: Chance) {
  const endings = ["gif", "jpg", "png"] as const;
  const page = (place: number): string => {
    const folder = `${departments[place % 8]}/${1990 + (place % 17)}/${pad((place % 12) + 1)}`;
    return `/${folder}/article-${place}${place % 3 === 0 ? "/" : ".html"}`;
  };
  return {
    agents: rowOf(agentCount, (place) => agentOf(place, chance)),
    clients: rowOf(clientCount, clientOf),
    documents: rowOf(20_000, page),
    missing: rowOf(3000, (place) => `/${departments[place % 8]}/old/article-${place}.html`),
    referrers: rowOf(2000, referrerOf),
    graphics: rowOf(8000, (place) => `/images/${departments[place % 8]}/photo-${place}.${endings[place % 3]}`),
    furniture: rowOf(300, (place) => `/assets/site-${place}.${["css", "js", "woff2"][place % 3]}`),
  };
}

type Cast = ReturnType<typeof makeCast>;

function pathOf(cast: Cast, agent: number, status: number, {next, below, skewedBelow}: Chance): string {
  const {documents, missing, graphics, furniture} = cast;
  if (status === 404) return missing[skewedBelow(missing.length)]!;
  const kind = next();
  if (kind < 0.5) return graphics[skewedBelow(graphics.length)]!;
  if (kind < 0.58) return furniture[skewedBelow(furniture.length)]!;
  if (kind < 0.62 && isRobot(agent)) return "/robots.txt";
  const document = documents[skewedBelow(documents.length)]!;
  return kind > 0.95 ? `${document}?page=${below(50)}` : document;
}

function statusOf({next}: Chance): number {
  const kind = next();
  if (kind < 0.85) return 200;
  if (kind < 0.93) return 304;
  return kind < 0.97 ? 404 : 301;
}

/** Who is on the site at the moment; a visit ends after a dozen requests on average, and another client comes. */
interface Visit {
  readonly client: number;
  readonly agent: number;
}

function makeVisit({next, below, skewedBelow}: Chance): Visit {
  const client = skewedBelow(clientCount);
  // Nearly always the client's own program; some clients are shared.
  return {client, agent: (client * 31 + (next() < 0.8 ? 0 : 1 + below(2))) % agentCount};
}

function visitorOf(visits: Visit[], chance: Chance): Visit {
  const place = chance.below(visits.length);
  if (chance.next() < 1 / 12) visits[place] = makeVisit(chance);
  return visits[place]!;
}

function pickReferrer({documents, referrers}: Cast, {next, skewedBelow}: Chance): string {
  const kind = next();
  if (kind < 0.1) return "-";
  if (kind < 0.25) return referrers[skewedBelow(referrers.length)]!;
  return `https://www.example.org${documents[skewedBelow(documents.length)]}`;
}

/** The line's end included. @param instant As the server writes it. */
function writeRequest(cast: Cast, {client, agent}: Visit, instant: string, chance: Chance): string {
  const {next, skewedBelow} = chance;
  const status = statusOf(chance);
  const path = pathOf(cast, agent, status, chance);
  const method = next() < 0.97 ? "GET" : "HEAD";
  const bytes = status === 304 ? "-" : 200 + skewedBelow(90_000);
  const referrer = pickReferrer(cast, chance);
  return `${cast.clients[client]} - - [${instant}] "${method} ${path} HTTP/1.1" ${status} ${bytes} "${referrer}" "${cast.agents[agent]}"\n`;
}

function writeLines(file: number, lines: number, seconds: number): void {
  const chance = chanceFrom(12_345);
  const cast = makeCast(chance);
  const visits = rowOf(40, () => makeVisit(chance));
  let text = "";
  let day = -1;
  let date = "";
  for (let place = 0; place < lines; place++) {
    const at = Math.floor((seconds * place) / lines);
    if (Math.floor(at / 86_400) !== day) {
      day = Math.floor(at / 86_400);
      const instant = new Date((beginning + at) * 1000);
      date = `${pad(instant.getUTCDate())}/${months[instant.getUTCMonth() - 6]}/2005`;
    }
    const clock = `${pad(Math.floor(at / 3600) % 24)}:${pad(Math.floor(at / 60) % 60)}:${pad(at % 60)}`;
    const visit = visitorOf(visits, chance);
    const isDamaged = place % 50_000 === 777;
    text += isDamaged
      ? `${cast.clients[visit.client]} - - [${date}:broken\n`
      : writeRequest(cast, visit, `${date}:${clock} +0000`, chance);
    if (text.length > flushAt) {
      writeFileSync(file, Buffer.from(text, "latin1"));
      text = "";
    }
  }
  writeFileSync(file, Buffer.from(text, "latin1"));
}

/** Raised whenever the lines change: a log of an older generator is not taken for one of this. */
const generation = 2;

/** Where is the benchmark's log of so many lines kept? It need not be there. */
export function logOf(lines: number): string {
  return fileURLToPath(new URL(`data/combined-${lines}-${generation}.log`, import.meta.url));
}

/** Writes the benchmark's log of so many lines unless it is there, and says where. About 230 bytes a line, the same everywhere. */
export function makeLog(lines: number): string {
  return writeLog(logOf(lines), lines, halfYear);
}

/** As many lines, all of July 2005. */
export function makeLogOfMonth(lines: number): string {
  return writeLog(logOf(lines).replace("combined", "month"), lines, month);
}

function writeLog(log: string, lines: number, seconds: number): string {
  if (existsSync(log)) return log;
  mkdirSync(dirname(log), {recursive: true});
  const unfinished = `${log}.part`;
  const file = openSync(unfinished, "w");
  try {
    writeLines(file, lines, seconds);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, log);
  return log;
}

/**
 * The lines of that log in so many packed files, in order, of about as many lines each.
 *
 * @returns Their paths.
 */
export function makeFiles(lines: number, count: number): string[] {
  const folder = `${logOf(lines)}.in-${count}`;
  const files = Array.from({length: count}, (_, place) => join(folder, `${String(place + 1).padStart(4, "0")}.log.gz`));
  if (existsSync(folder)) return files;
  const log = openSync(makeLog(lines), "r");
  const {size} = fstatSync(log);
  const unfinished = `${folder}.part`;
  rmSync(unfinished, {recursive: true, force: true});
  mkdirSync(unfinished, {recursive: true});
  // Room for the rest of the line in which a part would end.
  const part = Buffer.alloc(Math.ceil(size / count) + 65_536);
  let from = 0;
  for (const [place, file] of files.entries()) {
    const held = part.subarray(0, readSync(log, part, 0, part.length, from));
    const end = Math.max(0, Math.floor(((place + 1) * size) / count) - from - 1);
    const until = place === count - 1 ? held.length : held.indexOf(0x0a, end) + 1;
    writeFileSync(file.replace(folder, unfinished), gzipSync(held.subarray(0, until)));
    from += until;
  }
  closeSync(log);
  renameSync(unfinished, folder);
  return files;
}
