import {hostOf} from "../../base/client-name.ts";
import {NetworkSet} from "../proxies/network-set.ts";

/** Addresses that no reader comes from over the net: private, of the machine itself, of the link, and those that providers share out inside. */
export const insideNetworks: readonly string[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "::/128",
  "::1/128",
  "fc00::/7",
  "fe80::/10",
];

const inside = new NetworkSet(insideNetworks);

/** Is it an address that no reader comes from over the net, or the name that every machine has for itself? */
export function isInside(word: string): boolean {
  return inside.has(word) || hostOf(word) === "localhost";
}
