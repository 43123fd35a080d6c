import type {SitesSetting} from "../../workspace/config/sites.ts";
import {foundSites, type HostCount, hostOfSite, isNaming, sitesProper} from "./sites.ts";

/**
 * Which hosts that logs name are a site each, where no setting says so?
 *
 * @param named One a host and log, as the logs have them.
 * @returns Those that most documents came of first; none where there is but one site.
 */
export function proposeSites(named: readonly HostCount[], setting: SitesSetting): string[] {
  if (!Array.isArray(setting)) return [];
  const own: readonly string[] = setting;
  const counts = joinHosts(named, (text) => hostOfSite(text, own));
  const found = sitesProper(foundSites(counts, {own, wanted: null})).map(({name}) => name);
  return isNaming(counts, false) && found.length > 1 ? found : [];
}

/** The counts of each host in one spelling. */
export function joinHosts(counts: readonly HostCount[], hostOf: (text: string) => string | null): HostCount[] {
  const joined = new Map<string | null, HostCount>();
  for (const {host: text, requests, answered} of counts) {
    const host = text === null ? null : hostOf(text);
    const before = joined.get(host) ?? {host, requests: 0, answered: 0};
    joined.set(host, {host, requests: before.requests + requests, answered: before.answered + answered});
  }
  return [...joined.values()];
}
