import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {visible} from "../../base/text.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {SitesSetting} from "../../workspace/config/sites.ts";
import {hostNamed} from "../../workspace/host.ts";
import {joinHosts} from "./propose-sites.ts";
import {foundSites, type HostCount, hostOfSite, isNaming, namedSites, type SiteFinder, sitesProper} from "./sites.ts";

/** Where sites are looked for, and which is asked about. */
export interface SiteRequest {
  readonly setting: SitesSetting;
  /** The names of the logs that the open facts are of, in their order. */
  readonly logs: readonly string[];
  /** Seconds in which the report's period begins and has ended. */
  readonly from: number;
  readonly until: number;
  /** The one site that is asked about, and whether the settings say so; undefined for all of them. */
  readonly wanted: string | undefined;
  readonly isSetting: boolean;
  /** Do the logs tell hosts by their formats? */
  isHostTold(): boolean;
}

/** The sites that the requests are of. */
export interface Sites extends Pick<SiteFinder, "sites" | "siteOf"> {
  /** Number of the one that is asked about; null for all of them. */
  readonly wanted: number | null;
  /** What the logs name by themselves, by the sites' numbers; null where the settings name sites. */
  readonly hosts: readonly HostCount[] | null;
}

/** The name of the one site that is asked about; null for all. */
export function nameOfSite(sites: Sites | null): string | null {
  return sites === null || sites.wanted === null ? null : sites.sites[sites.wanted]!.name;
}

/** More hosts than these are not looked at one by one: the others are of no site. */
const mostRanked = 5000;

/**
 * Tells the sites apart that the open facts are of: from then on the engine has a key for each path of each.
 *
 * @returns Null where there is but one, and the facts stay as they were opened.
 * @throws {UserError} COMMAND_UNKNOWN where the site that is asked about is none of them, CONFIG_REFUSED where the settings say so.
 */
export async function findSites(engine: QueryEngine, request: SiteRequest): Promise<Sites | null> {
  const {setting, wanted} = request;
  const own: readonly string[] | null = Array.isArray(setting) ? setting : null;
  if (own !== null && wanted === undefined && !(await hasSeveralHosts(engine, own))) return null;
  const counts = await countHosts(engine, request, (text) => (own === null ? hostNamed(text) : hostOfSite(text, own)));
  const finder = own === null ? namedSites(setting) : null;
  const host = wanted === undefined ? null : hostOfSite(wanted, own ?? []);
  const found = finder ?? foundSites(counts, {own: own ?? [], wanted: host});
  const {logs} = request;
  const byFile = logs.map((log) => found.siteOfLog(log));
  const number = wanted === undefined ? null : numberOf(found, {...request, wanted, host, counts});
  if (number === null && !hasSeveral(found, {counts, byFile, isNamed: finder !== null, isHostTold: request.isHostTold}))
    return null;
  const {sites, other, none, siteOf} = found;
  const byHost: [string, number][] = [];
  await engine.askTexts("hosts", (texts) => {
    for (const text of texts) {
      const site = siteOf(text);
      if (site !== other) byHost.push([text, site]);
    }
  });
  await engine.openSites({count: sites.length, byFile, byHost, other, none});
  const named = sites.map((site, place) => (place === number ? {...site, prefix: ""} : site));
  return {sites: named, siteOf, wanted: number, hosts: finder === null ? counts : null};
}

async function hasSeveralHosts(engine: QueryEngine, own: readonly string[]): Promise<boolean> {
  const known = new Set<string>();
  await engine.askTexts("hosts", (texts) => {
    for (const text of texts) {
      const host = known.size < 2 ? hostOfSite(text, own) : null;
      if (host !== null) known.add(host);
    }
  });
  return known.size > 1;
}

async function countHosts(
  engine: QueryEngine,
  {from, until}: SiteRequest,
  hostOf: (text: string) => string | null,
): Promise<HostCount[]> {
  await engine.keep("host_request", "host-requests", {from, until});
  const rows = await engine.ask("ranked-hosts", {most: mostRanked});
  await engine.drop(["host_request"]);
  const counts = rows.map((row): HostCount => {
    const text = row["host_text"] ?? null;
    const host = text === null ? null : String(text);
    return {host, requests: Number(row["requests"]), answered: Number(row["answered"])};
  });
  return joinHosts(counts, hostOf);
}

/** Are the requests of more than one site? */
function hasSeveral(
  {sites, siteOf}: SiteFinder,
  given: {
    readonly counts: readonly HostCount[];
    readonly byFile: readonly (number | null)[];
    readonly isNamed: boolean;
    isHostTold(): boolean;
  },
): boolean {
  const {counts, byFile, isNamed, isHostTold} = given;
  if (!isNamed) return isNaming(counts, isHostTold()) && sitesProper({sites}).length > 1;
  const byHost = byFile.includes(null) ? counts.map(({host}) => siteOf(host)) : [];
  return new Set([...byFile.filter((site) => site !== null), ...byHost]).size > 1;
}

/** The number of the site that is asked about, by its name or by a host of it. */
function numberOf(
  {sites, other, none, siteOf}: SiteFinder,
  {
    wanted,
    host,
    counts,
    isSetting,
  }: Pick<SiteRequest, "isSetting"> & {
    readonly wanted: string;
    readonly host: string | null;
    readonly counts: readonly HostCount[];
  },
): number {
  const known = sitesProper({sites}).map(({name}) => name);
  const named = known.indexOf(wanted.trim());
  if (named !== -1) return named;
  const site = host === null ? none : siteOf(host);
  if (site !== other && site !== none) return site;
  const near = nearest(wanted, known);
  const isNameless = known.length === 0 && counts.every((one) => one.host === null);
  const help = isNameless
    ? "these logs name no virtual host: name sites by their logs, in sites in broadsheet.yaml"
    : near !== null
      ? `write ${near}`
      : `name one of ${known.slice(0, 20).join(", ")}`;
  const what = `there is no site "${visible(wanted)}"`;
  throw isSetting
    ? new UserError("CONFIG_REFUSED", what, help, "broadsheet.yaml, site")
    : new UserError("COMMAND_UNKNOWN", what, help, {field: "site"});
}
