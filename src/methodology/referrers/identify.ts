import {isIPv4, isIPv6} from "node:net";
import {domainToASCII} from "node:url";
import {isHostName} from "../../base/address.ts";
import {type Message, message, type Wording} from "../../base/words/message.ts";
import {assistants} from "./assistants.ts";
import type {Family} from "./family.ts";
import {searchEngines} from "./search-engines.ts";
import {socialNetworks} from "./social-networks.ts";
import {spamHosts} from "./spam.ts";

/** What is it that sent a reader? */
export type ReferrerKind = "search" | "ai-assistant" | "social" | "spam" | "own" | "site" | "none";

/** Who sent a reader, by the word of the reader's browser? */
export interface ReferrerIdentity {
  readonly kind: ReferrerKind;
  /** What rows are merged by: `google` for every Google, else the host without `www.`. */
  readonly key: string;
  /** As it is printed. A site's is its host: it was written by strangers, but holds only letters, digits and `.-_[:]`. */
  readonly label: Wording;
}

/** What are the kinds of referrers called in print? In the order in which they are told. */
export const referrerKinds: Readonly<Record<ReferrerKind, {readonly label: Message}>> = {
  search: {label: message("referrers-search")},
  "ai-assistant": {label: message("referrers-ai-assistant")},
  social: {label: message("referrers-social")},
  site: {label: message("referrers-site")},
  own: {label: message("referrers-own")},
  none: {label: message("referrers-none")},
  spam: {label: message("referrers-spam")},
};

const none: ReferrerIdentity = {kind: "none", key: "none", label: referrerKinds.none.label};
const own: ReferrerIdentity = {kind: "own", key: "own", label: referrerKinds.own.label};

/** A host has at most 253 characters; a port, a name before `@` and the like may stand around it. */
const mostHostLength = 253;
const mostSiteLength = 1000;

const familyByPattern = new Map<string, ReferrerIdentity>([
  ...patternsOf("search", searchEngines),
  ...patternsOf("ai-assistant", assistants),
  ...patternsOf("social", socialNetworks),
]);

function patternsOf(kind: ReferrerKind, families: readonly Family[]): [string, ReferrerIdentity][] {
  return families.flatMap(({key, label, hosts}) =>
    hosts
      .trim()
      .split(/\s+/)
      .map((pattern): [string, ReferrerIdentity] => [pattern, {kind, key, label}]),
  );
}

/**
 * What sent a reader?
 *
 * Goes by the host alone, as the log has it, and anyone can send any. What names no site (nothing, `-`, text that is no
 * host) is `none`.
 *
 * @param site The third part between slashes of the referrer: a host, perhaps with a port, or anything else.
 * @param options.own The publisher's hosts; each stands for the hosts below it too. Read once, so do not change it.
 * @param options.spam Hosts that are spam, with those below them; Broadsheet's list unless another is given.
 * @source docs/referrers.md
 */
export function identifyReferrer(
  site: string | null,
  {own: ownHosts, spam = spamHosts}: {readonly own: readonly string[]; readonly spam?: ReadonlySet<string>},
): ReferrerIdentity {
  const host = site === null ? null : hostOf(site);
  if (host === null) return none;
  const domains = domainsOf(host);
  const ours = ownHostSet(ownHosts);
  if (domains.some((domain) => ours.has(domain))) return own;
  const spamHost = domains.find((domain) => spam.has(domain));
  if (spamHost !== undefined) return {kind: "spam", key: spamHost, label: spamHost};
  return familyOf(domains) ?? {kind: "site", key: host, label: host};
}

const ownHostSets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The publisher's hosts as they are compared; worked out once for a list, not for every referrer. */
function ownHostSet(names: readonly string[]): ReadonlySet<string> {
  const known = ownHostSets.get(names) ?? new Set(names.flatMap((name) => hostOf(name) ?? []));
  ownHostSets.set(names, known);
  return known;
}

/**
 * The host that the text names, in lower case, in ASCII, without port, `www.` and trailing dot.
 *
 * @returns null where it names none that could be reached over the web.
 */
function hostOf(site: string): string | null {
  const text = site.slice(0, mostSiteLength).trim();
  const bare = text
    .replace(/[/?#\\].*$/s, "")
    .replace(/^.*@/s, "")
    .replace(/:\d*$/, "");
  const address = /^\[(.*)\]$/s.exec(bare)?.[1];
  if (address !== undefined) return isIPv6(address) && !address.includes("%") ? `[${address.toLowerCase()}]` : null;
  const host = domainToASCII(bare.replace(/\.+$/, "")).replace(/^(?:www\.)+(?=[^.]+\.)/, "");
  if (host.length > mostHostLength || !host.includes(".")) return null;
  return isHostName(host) || isIPv4(host) ? host : null;
}

/** `a.b.example` → `a.b.example`, `b.example`, `example`. */
function domainsOf(host: string): string[] {
  const labels = host.split(".");
  return labels.map((_, place) => labels.slice(place).join("."));
}

/** The family of the longest of the domains that is in the table; the first of them is the host itself. */
function familyOf(domains: readonly string[]): ReferrerIdentity | null {
  for (const [place, domain] of domains.entries()) {
    const anyCountry = domain.replace(/\.(?:com|(?:com?\.)?[a-z]{2})$/, ".*");
    for (const pattern of [domain, anyCountry]) {
      const family = (place === 0 ? familyByPattern.get(pattern) : undefined) ?? familyByPattern.get(`.${pattern}`);
      if (family) return family;
    }
  }
  return null;
}
