import {readFileSync} from "node:fs";
import {BlockList, isIP} from "node:net";
import crawlers from "crawler-user-agents";
import {isbot} from "isbot";

/*
 * A second method: the rules of the methodology written down once more, straight from their wording, over the
 * lines as text. It shares nothing with src/ and nothing with the generator of the example.
 */

const verdictIds =
  "not-get not-successful graphics page-furniture developers blacklisted robots heavy-readers counted".split(" ");

const graphics = "gif jpg jpeg jpe png apng bmp webp avif svg svgz ico cur tif tiff heic heif xbm jxl".split(" ");
const furniture = "css js mjs map json wasm woff woff2 ttf otf eot swf class rss atom xml webmanifest".split(" ");
const crawlerPatterns = crawlers.map(({pattern}) => new RegExp(pattern));
const robotByAgent = new Map<string, boolean>();

/** Is this the agent of a robot, by either list or because it names nothing? */
export function isRobotAgent(agent: string): boolean {
  const known = robotByAgent.get(agent);
  if (known !== undefined) return known;
  const isRobot =
    agent === "" || agent === "-" || isbot(agent) || crawlerPatterns.some((pattern) => pattern.test(agent));
  robotByAgent.set(agent, isRobot);
  return isRobot;
}

/** One request as its line has it. */
export interface Hit {
  day: string;
  /** `00` to `23`. */
  hour: string;
  host: string;
  /** The reader: an IPv6 address stands for its /64. */
  client: string;
  method: string;
  path: string;
  status: string;
  bytes: number;
  referrer: string;
  agent: string;
}

const combined =
  /^(\S+) \S+ \S+ \[(\d\d)\/(\w{3})\/(\d{4}):(\d\d):\d\d:\d\d \+0000\] "(.*)" (\d{3}) (\d+|-) "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"$/s;

function readHit(line: string): Hit | null {
  const found = combined.exec(line);
  if (found === null) return null;
  const [, host = "", day, month = "", year, hour = "", request = "", status = "", bytes, referrer = "", agent = ""] =
    found;
  const number = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(month) / 3 + 1;
  const method = request.split(" ", 1)[0] ?? "";
  const path = request
    .slice(method.length + 1)
    .replace(/ HTTP\/\S*$/, "")
    .replace(/[?#].*$/s, "");
  return {
    day: `${year}-${String(number).padStart(2, "0")}-${day}`,
    hour,
    host,
    client: isIP(host) === 6 ? networkOf(host) : host,
    method,
    path,
    status,
    bytes: bytes === "-" ? 0 : Number(bytes),
    referrer,
    agent,
  };
}

/** The first four groups of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [front = "", back] = address.split("::");
  const head = front.split(":");
  const tail = back === undefined || back === "" ? [] : back.split(":");
  const gap = back === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array<string>(gap).fill("0"), ...tail].map((group) => Number.parseInt(group || "0", 16));
  return groups.slice(0, 4).join(":");
}

function hostIn(...entries: string[]): (hit: Hit) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", length] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    list.addSubnet(address, Number(length ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return ({host}) => isIP(host) !== 0 && list.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
}

const isDeveloper = hostIn("192.0.2.10", "198.51.100.0/24", "2001:db8:dead::/48");

const blacklist = readFileSync(new URL("../examples/second-half-2005/blacklist.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [entry = "", from = "", until = ""] = row.split(",");
    const isEntry = entry.startsWith("agent:")
      ? ({agent}: Hit) => agent.includes(entry.slice("agent:".length))
      : hostIn(entry);
    return (hit: Hit) => hit.day >= from && (until === "" || hit.day <= until) && isEntry(hit);
  });

function firstVerdict(hit: Hit, askers: ReadonlySet<string>): string {
  const ending = /\.([^./]+)$/.exec(hit.path)?.[1]?.toLowerCase() ?? "";
  if (hit.method !== "GET") return "not-get";
  if (hit.status !== "200" && hit.status !== "304") return "not-successful";
  if (graphics.includes(ending)) return "graphics";
  if (furniture.includes(ending) || ["/robots.txt", "/ads.txt"].includes(hit.path)) return "page-furniture";
  if (hit.path.startsWith("/.well-known/")) return "page-furniture";
  if (isDeveloper(hit)) return "developers";
  if (blacklist.some((isListed) => isListed(hit))) return "blacklisted";
  if (isRobotAgent(hit.agent) || askers.has(hit.client)) return "robots";
  return "counted";
}

/** What does the log of one month of the example hold? @param lines Without their ends, decoded as Latin-1. */
export function recount(period: string, lines: readonly string[]) {
  const hits = lines.map(readHit).filter((hit) => hit !== null);
  const ignored = lines.filter((line) => line === "" || line.startsWith("#")).length;
  const askers = new Set(hits.filter(({path}) => path === "/robots.txt").map(({client}) => client));
  const judged = hits.map((hit) => ({hit, verdict: firstVerdict(hit, askers)}));
  const heavy = new Set<string>();
  if (period === "2005-07" || period === "2005-08") {
    const left = Map.groupBy(
      judged.filter(({verdict}) => verdict === "counted"),
      ({hit}) => hit.client,
    );
    for (const [client, those] of left) {
      if (those.length > 100) heavy.add(client);
      if (those.length > 100) for (const one of those) one.verdict = "heavy-readers";
    }
  }
  const counted = judged.filter(({verdict}) => verdict === "counted").map(({hit}) => hit);
  // What would count, had the server delivered it.
  const inVain = judged
    .filter(({hit, verdict}) => verdict === "not-successful" && !heavy.has(hit.client))
    .map(({hit}) => hit)
    .filter((hit) => firstVerdict({...hit, status: "200"}, askers) === "counted");
  const sent = [...counted, ...inVain.filter(({status}) => status.startsWith("3"))].filter(
    ({path}) => path === "/go/bookshop",
  );
  return {
    period,
    days: new Set(hits.map(({day}) => day)).size,
    readers: new Set(counted.map(({client}) => client)).size,
    documents: counted.length,
    bytes: counted.reduce((sum, {bytes}) => sum + bytes, 0),
    verdicts: Object.fromEntries(verdictIds.map((id) => [id, judged.filter(({verdict}) => verdict === id).length])),
    damaged: lines.length - hits.length - ignored,
    ignored,
    sentTo: {bookshop: new Set(sent.map(({client}) => client)).size},
    requests: hits.length,
    lines: lines.length,
    /** Documents of the reader who has most. */
    peak: Math.max(...[...Map.groupBy(counted, ({client}) => client).values()].map((those) => those.length)),
    counted,
    sent,
    missing: inVain.filter(({status}) => status === "404"),
  };
}
