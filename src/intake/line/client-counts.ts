import {hextets} from "../../base/address.ts";
import {addressOf, hostOf} from "../../base/client-name.ts";
import {proxiesAt} from "../proxies/all-proxies.ts";
import {isInside} from "./inside.ts";

/** Requests of one family of addresses: how many, how many of addresses that end in zeros, and of how many such addresses. */
export interface FamilyCounts {
  readonly requests: number;
  readonly shortened: number;
  readonly networks: number;
}

/** Whose the requests of an input are, as far as it tells whether clients are readers. */
export interface ClientCounts {
  readonly requests: number;
  /** Requests that nobody is named for. */
  readonly nameless: number;
  /** Requests from inside: private addresses, the machine itself. */
  readonly inside: number;
  /** How many such clients there are, about: of a great many only the first are told apart. */
  readonly insideClients: number;
  /** Requests from proxies that are known by name, by their ids. */
  readonly proxies: Readonly<Record<string, number>>;
  /** Requests of the client that made most. */
  readonly most: number;
  /** That client; null where there is none. */
  readonly mostClient: string | null;
  /** How many agents made one in fifty of the requests or more. */
  readonly usualAgents: number;
  /** Requests with the agent that most have, and its beginning; null where there is none. */
  readonly mostAgent: number;
  readonly agent: string | null;
  /** Requests whose times name no zone. */
  readonly zoneless: number;
  readonly ipv4: FamilyCounts;
  readonly ipv6: FamilyCounts;
}

/** So many of the clients and of the agents with most requests are carried from one part of an input to the next. */
const mostCarried = 64;

/** So much of an agent tells which it is. */
const longestAgent = 60;

/** An agent that made a smaller share is one that anybody may have sent. */
const usualShare = 1 / 50;

/** Counts the clients and agents of an input's requests: each is looked at once a part, however many requests it made. */
export class ClientTally {
  #requests = 0;
  #nameless = 0;
  #zoneless = 0;
  #inside = 0;
  readonly #insideClients = new Set<string>();
  readonly #proxies = new Map<string, number>();
  readonly #families = {4: {requests: 0, shortened: 0, networks: 0}, 6: {requests: 0, shortened: 0, networks: 0}};
  #clients = new Map<string, number>();
  #agents = new Map<string, number>();

  /** Takes a client with its requests; null for those that nobody is named for. */
  addClient(client: string | null, requests: number): void {
    this.#requests += requests;
    if (client === null) {
      this.#nameless += requests;
      return;
    }
    const address = addressOf(client);
    const name = address ?? hostOf(client);
    this.#clients.set(name, (this.#clients.get(name) ?? 0) + requests);
    if (isInside(name)) {
      this.#inside += requests;
      if (this.#insideClients.size < mostCarried) this.#insideClients.add(name);
      return;
    }
    if (address === null) return;
    const proxies = proxiesAt(address);
    if (proxies) this.#proxies.set(proxies.id, (this.#proxies.get(proxies.id) ?? 0) + requests);
    const family = this.#families[familyOf(address)];
    family.requests += requests;
    if (!isShortened(address)) return;
    family.shortened += requests;
    family.networks++;
  }

  /** Takes an agent with its requests. */
  addAgent(agent: string, requests: number): void {
    this.#agents.set(agent, (this.#agents.get(agent) ?? 0) + requests);
  }

  /** Takes a request whose time names no zone. */
  addZoneless(): void {
    this.#zoneless++;
  }

  /** Ends a part: what is remembered by name stays small. */
  endPart(): void {
    this.#clients = heaviest(this.#clients);
    this.#agents = heaviest(this.#agents);
  }

  counts(): ClientCounts {
    const [first] = heaviest(this.#clients);
    const [agent] = heaviest(this.#agents);
    return {
      requests: this.#requests,
      nameless: this.#nameless,
      inside: this.#inside,
      insideClients: this.#insideClients.size,
      proxies: Object.fromEntries(this.#proxies),
      most: first?.[1] ?? 0,
      mostClient: first?.[0] ?? null,
      usualAgents: [...this.#agents.values()].filter((count) => count >= usualShare * this.#requests).length,
      mostAgent: agent?.[1] ?? 0,
      agent: agent?.[0].slice(0, longestAgent) ?? null,
      zoneless: this.#zoneless,
      ipv4: this.#families[4],
      ipv6: this.#families[6],
    };
  }
}

/** Of an address as `addressOf` writes it. */
export function familyOf(address: string): 4 | 6 {
  return address.includes(":") ? 6 : 4;
}

/** Does the address, as `addressOf` writes it, end in zeros, as where a program left its end out? */
export function isShortened(address: string): boolean {
  if (familyOf(address) === 4) return address.endsWith(".0");
  return (
    address.endsWith("::") &&
    hextets(address)
      .slice(4)
      .every((group) => group === 0)
  );
}

function heaviest(counts: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return new Map(sorted.slice(0, mostCarried));
}

/** What both parts of an input are together; its client with most requests is that of the one that has more of it. */
export function added(one: ClientCounts, other: ClientCounts): ClientCounts {
  const isSame = one.mostClient !== null && one.mostClient === other.mostClient;
  const larger = one.most >= other.most ? one : other;
  const withAgent = one.mostAgent >= other.mostAgent ? one : other;
  const ids = [...new Set([...Object.keys(one.proxies), ...Object.keys(other.proxies)])];
  const family = (name: "ipv4" | "ipv6"): FamilyCounts => ({
    requests: one[name].requests + other[name].requests,
    shortened: one[name].shortened + other[name].shortened,
    networks: Math.max(one[name].networks, other[name].networks),
  });
  return {
    requests: one.requests + other.requests,
    nameless: one.nameless + other.nameless,
    inside: one.inside + other.inside,
    insideClients: Math.max(one.insideClients, other.insideClients),
    proxies: Object.fromEntries(ids.map((id) => [id, (one.proxies[id] ?? 0) + (other.proxies[id] ?? 0)])),
    most: isSame ? one.most + other.most : larger.most,
    mostClient: larger.mostClient,
    usualAgents: Math.max(one.usualAgents, other.usualAgents),
    mostAgent: one.agent === other.agent ? one.mostAgent + other.mostAgent : withAgent.mostAgent,
    agent: withAgent.agent,
    zoneless: one.zoneless + other.zoneless,
    ipv4: family("ipv4"),
    ipv6: family("ipv6"),
  };
}
