import {basename, matchesGlob} from "node:path";
import {message, type Wording} from "../../base/words/message.ts";
import {namedIn, type SitesSetting} from "../../workspace/config/sites.ts";
import {apartFromPort, fitsStars, hostNamed, withoutWww} from "../../workspace/host.ts";

/** A site whose documents are its own: `/` of one is not `/` of another. */
export interface Site {
  /** As the settings name it, or its host; what no site names has a name that no site can have. */
  readonly name: string;
  readonly label: Wording;
  /** What stands before a path in the name of a document. */
  readonly prefix: string;
}

/** Which site is a request of? Sites by their numbers, from 0. */
export interface SiteFinder {
  readonly sites: readonly Site[];
  /** Of requests that another host was named in, and of those that named none. */
  readonly other: number;
  readonly none: number;
  /** @param host As a log has it. */
  siteOf(host: string | null): number;
  /** The site of all lines of a log; null where each goes by its host. @param log The log's name. */
  siteOfLog(log: string): number | null;
}

/** The sites that are named: behind them stand what no site names and what names no host. */
export function sitesProper({sites}: Pick<SiteFinder, "sites">): readonly Site[] {
  return sites.slice(0, -2);
}

const otherHosts: Site = {name: "*", label: message("other-hosts"), prefix: "*"};
const noHost: Site = {name: "-", label: message("no-host-named"), prefix: ""};

const siteNamed = (name: string): Site => ({name, label: name, prefix: name});

/** The sites that the settings name. */
export function namedSites(setting: SitesSetting): SiteFinder {
  const entries = namedIn(setting);
  const hosts = entries.flatMap(([, own], site) => own.hosts.map((host) => ({host, site})));
  const exact = new Map(hosts.map(({host, site}) => [host, site]));
  const patterns = hosts
    .filter(({host}) => host.includes("*"))
    .sort((one, other) => lettersOf(other.host) - lettersOf(one.host));
  const [ofPorts, ofNames] = [patterns.filter(({host}) => hasPort(host)), patterns.filter(({host}) => !hasPort(host))];
  const named = (host: string): number | undefined =>
    exact.get(host) ?? exact.get(withoutWww(host)) ?? exact.get(`www.${host}`);
  const fitting = (host: string, some: typeof patterns): number | undefined =>
    some.find((pattern) => fitsStars(host, pattern.host))?.site;
  const [other, none] = [exact.get("*") ?? entries.length, exact.get("-") ?? exact.get("*") ?? entries.length + 1];
  return {
    sites: [...entries.map(([name]) => siteNamed(name)), otherHosts, noHost],
    other,
    none,
    siteOf(text) {
      const host = text === null ? null : hostNamed(text);
      if (host === null) return none;
      const {name: bare} = apartFromPort(host);
      // What says the port goes first.
      const byPort = bare === host ? undefined : (named(host) ?? fitting(host, ofPorts));
      return byPort ?? named(bare) ?? fitting(bare, ofNames) ?? other;
    },
    siteOfLog(log) {
      const site = entries.findIndex(([, {files}]) => files.some((file) => fitsLog(log, file)));
      return site === -1 ? null : site;
    },
  };
}

function hasPort(host: string): boolean {
  return apartFromPort(host).port !== null;
}

/** The pattern that says most goes first. */
function lettersOf(pattern: string): number {
  return pattern.replaceAll("*", "").length;
}

/** A pattern without a folder is of the log's own name. */
function fitsLog(log: string, pattern: string): boolean {
  return matchesGlob(log, pattern) || (!pattern.includes("/") && matchesGlob(basename(log), pattern));
}

/** How often a host was named, and how often a document came of it; null for requests that named none. */
export interface HostCount {
  readonly host: string | null;
  readonly requests: number;
  readonly answered: number;
}

/** Up to so many hosts are a site each, once a document came of them. */
const fewHosts = 20;

/** Of more, those are that so much of all documents came from; and no more than so many. */
const leastShare = 0.01;
const mostHosts = 50;

/**
 * From this share of requests on, logs name the hosts. Where their formats tell hosts, the others were for an address; where they do not,
 * what fewer name was asked of a proxy that is none.
 */
const namingShare = {told: 0.5, asked: 0.9};

/** The host as a site is known by it where no setting names one. @param own Hosts of one site, as the settings list them. */
export function hostOfSite(text: string, own: readonly string[]): string | null {
  const host = hostNamed(text);
  if (host === null) return null;
  const bare = withoutWww(host);
  const [first] = own;
  return first !== undefined && own.some((one) => withoutWww(one) === bare) ? withoutWww(first) : bare;
}

/**
 * The sites that the logs name by themselves, those with most documents first.
 *
 * Who asks may write anything for a host: a host is a site where documents came of it, and where there are many hosts, where they are a
 * share of all.
 *
 * @param counts One a host, in one spelling.
 * @param wanted A host that is asked about, whatever its share.
 */
export function foundSites(
  counts: readonly HostCount[],
  {own, wanted}: {readonly own: readonly string[]; readonly wanted: string | null},
): SiteFinder {
  const answered = counts.filter((one) => one.host !== null && one.answered > 0);
  const all = counts.reduce((sum, one) => sum + one.answered, 0);
  const plausible = answered.length <= fewHosts ? answered : answered.filter((one) => one.answered >= leastShare * all);
  const first = plausible
    .toSorted((one, other) => other.answered - one.answered || (one.host! < other.host! ? -1 : 1))
    .slice(0, mostHosts)
    .map(({host}) => host!);
  const isAsked = wanted !== null && !first.includes(wanted) && counts.some(({host}) => host === wanted);
  const hosts = isAsked ? [...first, wanted] : first;
  const numbers = new Map(hosts.map((host, number) => [host, number]));
  return {
    sites: [...hosts.map(siteNamed), otherHosts, noHost],
    other: hosts.length,
    none: hosts.length + 1,
    siteOf(text) {
      const host = text === null ? null : hostOfSite(text, own);
      return host === null ? hosts.length + 1 : (numbers.get(host) ?? hosts.length);
    },
    siteOfLog: () => null,
  };
}

/** Do the logs name the hosts that were asked? @param isTold Do their formats tell hosts? */
export function isNaming(counts: readonly HostCount[], isTold: boolean): boolean {
  const sum = (some: readonly HostCount[]): number => some.reduce((all, {requests}) => all + requests, 0);
  return sum(counts.filter(({host}) => host !== null)) >= (isTold ? namingShare.told : namingShare.asked) * sum(counts);
}
