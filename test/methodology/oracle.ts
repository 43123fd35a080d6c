import {BlockList, isIP} from "node:net";
import crawlers from "crawler-user-agents";
import {isbot} from "isbot";

/*
 * A second method: the table of the issue in plain TypeScript, over the lines of a combined log as text. It imports
 * nothing from src/. Lines must not hold quotes within their fields.
 */

/** What a publisher has said. Days are `YYYY-MM-DD`; "" is open. */
export interface Said {
  readonly timeZone: string;
  readonly developers: readonly string[];
  readonly blacklist: readonly {readonly entry: string; readonly from: string; readonly until: string}[];
  readonly heavyReaders: false | {readonly documents: number; readonly months?: readonly string[]};
}

/** The figures of a month, each counted by hand. */
export interface MonthTally {
  verdicts: Record<string, number>;
  readers: number;
  documents: number;
  bytes: number;
  differentDocuments: number;
  daysCovered: number;
}

interface Hit {
  client: string;
  reader: string;
  day: string;
  month: string;
  hour: string;
  method: string;
  path: string;
  status: string;
  bytes: number;
  agent: string;
  verdict: string;
}

const graphics = /\.(gif|jpg|jpeg|jpe|png|apng|bmp|webp|avif|svg|svgz|ico|cur|tif|tiff|heic|heif|xbm|jxl)$/i;
const furniture = /\.(css|js|mjs|map|json|wasm|woff|woff2|ttf|otf|eot|swf|class|rss|atom|xml|webmanifest)$/i;
const crawlerPatterns = crawlers.map(({pattern}) => new RegExp(pattern));
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** What is counted over all months at once. */
export interface WholeTally extends MonthTally {
  /** Readers who came in more than one month. */
  returning: number;
  /** Document to requests and readers. */
  byDocument: Map<string, [requests: number, readers: number]>;
  byHour: Map<string, [requests: number, readers: number]>;
}

/** The verdict of each line, the figures of each month, `YYYY-MM`, and those of all of them. */
export function tally(
  lines: readonly string[],
  said: Said,
): {verdicts: string[]; byMonth: Map<string, MonthTally>; whole: WholeTally} {
  const dayIn = new Intl.DateTimeFormat("en-CA", {timeZone: said.timeZone, dateStyle: "short"});
  const hourIn = new Intl.DateTimeFormat("en-GB", {timeZone: said.timeZone, hour: "2-digit", hourCycle: "h23"});
  const hits = lines.map((line) => readHit(line, dayIn, hourIn));
  const askers = new Set(
    hits.filter(({path}) => path === "/robots.txt").map(({reader, month}) => `${month} ${reader}`),
  );
  for (const hit of hits) hit.verdict = firstVerdict(hit, said, askers);
  for (const [, group] of Map.groupBy(
    hits.filter(({verdict}) => verdict === "counted"),
    ({month, reader}) => `${month} ${reader}`,
  )) {
    const heavy = said.heavyReaders;
    if (heavy === false || group.length <= heavy.documents) continue;
    if (heavy.months && !heavy.months.includes(group[0]!.month)) continue;
    for (const hit of group) hit.verdict = "heavy-readers";
  }
  const byMonth = new Map(
    Array.from(
      Map.groupBy(hits, ({month}) => month),
      ([month, own]) => [month, tallyMonth(own)],
    ),
  );
  return {verdicts: hits.map(({verdict}) => verdict), byMonth, whole: tallyWhole(hits)};
}

function tallyWhole(hits: readonly Hit[]): WholeTally {
  const counted = hits.filter(({verdict}) => verdict === "counted");
  const monthsOf = Map.groupBy(counted, ({reader}) => reader);
  const returning = [...monthsOf.values()].filter((own) => new Set(own.map(({month}) => month)).size > 1).length;
  return {
    ...tallyMonth(hits),
    returning,
    byDocument: sumBy(counted, ({path}) => documentOf(path)),
    byHour: sumBy(counted, ({hour}) => hour),
  };
}

function sumBy(hits: readonly Hit[], keyOf: (hit: Hit) => string): Map<string, [number, number]> {
  return new Map(
    [...Map.groupBy(hits, keyOf)].map(([key, own]) => [key, [own.length, new Set(own.map(({reader}) => reader)).size]]),
  );
}

function documentOf(path: string): string {
  return path
    .split(/\/+/)
    .join("/")
    .replace(/\/index\.html$/, "/");
}

function tallyMonth(hits: readonly Hit[]): MonthTally {
  const counted = hits.filter(({verdict}) => verdict === "counted");
  const verdicts: Record<string, number> = {};
  for (const {verdict} of hits) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  return {
    verdicts,
    readers: new Set(counted.map(({reader}) => reader)).size,
    documents: counted.length,
    bytes: counted.reduce((sum, {bytes}) => sum + bytes, 0),
    differentDocuments: new Set(counted.map(({path}) => documentOf(path))).size,
    daysCovered: new Set(hits.map(({day}) => day)).size,
  };
}

function readHit(line: string, dayIn: Intl.DateTimeFormat, hourIn: Intl.DateTimeFormat): Hit {
  const [before = "", request = "", answer = "", , , agent = ""] = line.split('"');
  const client = before.split(" ")[0]!;
  const clock = /\[(\d+)\/(\w+)\/(\d+):([\d:]+) ([+-]\d\d)(\d\d)\]/.exec(before)!;
  const month = String(months.indexOf(clock[2]!) + 1).padStart(2, "0");
  const instant = Date.parse(`${clock[3]}-${month}-${clock[1]}T${clock[4]}${clock[5]}:${clock[6]}`);
  const words = request.split(" ");
  if (words.at(-1)!.startsWith("HTTP/")) words.pop();
  const [status = "", bytes = ""] = answer.trim().split(" ");
  const day = dayIn.format(instant);
  return {
    client: client.replace(/^::ffff:(?=\d+\.)/, "").toLowerCase(),
    reader: readerOf(client),
    day,
    month: day.slice(0, 7),
    hour: hourIn.format(instant).padStart(2, "0"),
    method: words[0]!,
    path: words.slice(1).join(" ").split("?")[0]!.split("#")[0]!,
    status,
    bytes: bytes === "-" ? 0 : Number(bytes),
    agent,
    verdict: "",
  };
}

function readerOf(client: string): string {
  const plain = client.replace(/^::ffff:(?=\d+\.)/, "").toLowerCase();
  if (isIP(plain) !== 6) return plain;
  const [front = "", back] = plain.split("::");
  const left = front === "" ? [] : front.split(":");
  const right = !back ? [] : back.split(":");
  const zeros = back === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(":");
}

function firstVerdict(hit: Hit, said: Said, askers: ReadonlySet<string>): string {
  const name = hit.path.split("/").at(-1)!;
  if (hit.method !== "GET") return "not-get";
  if (hit.status !== "200" && hit.status !== "304") return "not-successful";
  if (graphics.test(name)) return "graphics";
  if (furniture.test(name) || hit.path === "/robots.txt" || hit.path === "/ads.txt") return "page-furniture";
  if (hit.path.startsWith("/.well-known/")) return "page-furniture";
  if (said.developers.some((entry) => isIn(hit.client, entry))) return "developers";
  if (said.blacklist.some((row) => isListed(hit, row))) return "blacklisted";
  if (hit.agent === "" || hit.agent === "-" || isbot(hit.agent)) return "robots";
  if (crawlerPatterns.some((pattern) => pattern.test(hit.agent))) return "robots";
  return askers.has(`${hit.month} ${hit.reader}`) ? "robots" : "counted";
}

function isListed({client, agent, day}: Hit, {entry, from, until}: Said["blacklist"][number]): boolean {
  if ((from !== "" && day < from) || (until !== "" && day > until)) return false;
  if (entry.startsWith("agent:")) return agent.toLowerCase().includes(entry.slice(6).toLowerCase());
  return isIn(client, entry);
}

/** An IPv6 entry narrower than /64 means the /64, which is one reader. */
function isIn(client: string, entry: string): boolean {
  const [address = "", length] = entry.split("/");
  const family = isIP(address);
  if (family === 0) return client === entry.toLowerCase();
  if (isIP(client) !== family) return false;
  const [kind, most] = family === 4 ? (["ipv4", 32] as const) : (["ipv6", 64] as const);
  const list = new BlockList();
  list.addSubnet(address, Math.min(most, Number(length ?? most)), kind);
  return list.check(client, kind);
}
