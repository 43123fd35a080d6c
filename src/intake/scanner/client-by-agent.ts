import {hash} from "node:crypto";
import {addressOf} from "../../base/client-name.ts";

/** Stands between a network and an agent; no word of a line that is a client's holds one. */
const between = "\t";

/** A network whose addresses were shortened, together with an agent: what makes a reader there. */
export function byAgent(network: string, agent: string): string {
  return `${network}${between}${agent}`;
}

/** The two that {@link byAgent} put together; null where the word is a client by itself. */
function apart(word: string): readonly [network: string, agent: string] | null {
  const at = word.indexOf(between);
  return at === -1 ? null : [word.slice(0, at), word.slice(at + 1)];
}

/** The name under which such a client is counted, shaped like a host's so that people can put it on a list; null where it is none. */
export function nameByAgent(word: string): string | null {
  const parts = apart(word);
  if (parts === null) return null;
  const [network, agent] = parts;
  const written = (addressOf(network) ?? network).replace(/::$/, "").replaceAll(":", "-");
  return `${written}.agent-${hash("sha256", agent, "hex").slice(0, 8)}`;
}

const ending = /\.agent-[0-9a-f]{8}$/;

/**
 * An address in the place of the client that is counted under this name: itself, the first of an IPv6 network, and of a network with an
 * agent the network's own. A host's name stays what it is.
 */
export function addressNamed(name: string): string {
  if (!ending.test(name)) return name.endsWith("/64") ? name.slice(0, -"/64".length) : name;
  const network = name.replace(ending, "");
  return network.includes(".") ? network : `${network.replaceAll("-", ":")}::`;
}
