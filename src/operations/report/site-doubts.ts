import {type Message, message, series} from "../../base/words/message.ts";
import type {Sites} from "../../methodology/site/find-sites.ts";
import {type HostCount, sitesProper} from "../../methodology/site/sites.ts";
import {namedIn, type SitesSetting} from "../../workspace/config/sites.ts";
import {apartFromPort, withoutWww} from "../../workspace/host.ts";

/** So many hosts are named at most. */
const mostNamed = 10;

/**
 * What has to be told where the logs name several hosts and no setting says which sites they are?
 *
 * @param sites That were told apart; null where there is but one.
 */
export function siteDoubts(sites: Sites | null): Message[] {
  if (sites === null || sites.hosts === null || sites.wanted !== null) return [];
  const {hosts, siteOf} = sites;
  const requestsOf = (some: readonly HostCount[]): number => some.reduce((sum, {requests}) => sum + requests, 0);
  const bySite = Map.groupBy(hosts, ({host}) => siteOf(host));
  const own = sites.sites.map((_, place) => bySite.get(place) ?? []);
  const found = own.slice(0, sitesProper(sites).length);
  const others = [...found.slice(mostNamed), own.at(-2)!].flat();
  const nameless = own.at(-1)!;
  const named = found.slice(0, mostNamed).map((some, place) => {
    return message("host-and-requests", {host: sites.sites[place]!.name, requests: requestsOf(some)});
  });
  return [
    message("doubt-several-sites", {hosts: series(named), setting: "sites", option: "site"}),
    ...(others.length === 0
      ? []
      : [message("doubt-other-hosts", {hosts: others.length, requests: requestsOf(others)})]),
    ...(nameless.length === 0 ? [] : [message("doubt-no-host", {requests: requestsOf(nameless)})]),
  ];
}

/** Hosts whose pages are the publication's own, with those below them; none where they are to be found out. */
export function ownHosts(setting: SitesSetting, sites: Sites | null): readonly string[] {
  if (!Array.isArray(setting)) {
    const named = namedIn(setting).flatMap(([, {hosts}]) => hosts);
    const hosts = named.map((host) => apartFromPort(host).name.replace(/^\*\./, ""));
    return [...new Set(hosts.filter((host) => !host.includes("*") && host !== "-").map(withoutWww))];
  }
  if (setting.length > 0 || sites === null) return setting;
  return [...new Set(sitesProper(sites).map(({name}) => apartFromPort(name).name))];
}
