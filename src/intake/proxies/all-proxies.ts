import {akamaiNetworks} from "./akamai.ts";
import {bunnyNetworks} from "./bunny.ts";
import {cloudflareNetworks} from "./cloudflare.ts";
import {cloudfrontNetworks} from "./cloudfront.ts";
import {fastlyNetworks} from "./fastly.ts";
import {google} from "./google.ts";
import {imperva} from "./imperva.ts";
import type {KnownProxies} from "./known-proxies.ts";
import {NetworkSet} from "./network-set.ts";

/** Everybody whose networks are known by name. */
export const allProxies: readonly KnownProxies[] = [
  akamaiNetworks,
  bunnyNetworks,
  cloudflareNetworks,
  cloudfrontNetworks,
  fastlyNetworks,
  google,
  imperva,
];

/** The proxies that the text names, in whatever letters; undefined where it is no such name. */
export function proxiesNamed(text: string): KnownProxies | undefined {
  return allProxies.find(({id}) => id === text.trim().toLowerCase());
}

/** The networks of what a person trusts. */
export function trustedNetworks(trusted: readonly string[]): NetworkSet {
  return new NetworkSet(trusted.flatMap((text) => proxiesNamed(text)?.networks ?? [text]));
}

/** Whose proxy has this address? Their networks are looked into when somebody first asks. */
export function proxiesAt(address: string): KnownProxies | null {
  anybodys ??= new NetworkSet(allProxies.flatMap(({networks}) => networks));
  // Most addresses are nobody's of these.
  if (!anybodys.has(address)) return null;
  sets ??= allProxies.map((proxies) => ({proxies, networks: new NetworkSet(proxies.networks)}));
  return sets.find(({networks}) => networks.has(address))?.proxies ?? null;
}

let anybodys: NetworkSet | null = null;
let sets: readonly {readonly proxies: KnownProxies; readonly networks: NetworkSet}[] | null = null;
