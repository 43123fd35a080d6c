import {addressOf, hostOf} from "../../base/client-name.ts";
import {type ClientCounts, ClientTally, familyOf, isShortened} from "../line/client-counts.ts";
import {insideNetworks} from "../line/inside.ts";
import {type ClientJudgement, insidePool} from "../line/judge-clients.ts";
import {isNoAgent} from "../line/no-agent.ts";
import {proxiesNamed} from "../proxies/all-proxies.ts";
import {NetworkSet} from "../proxies/network-set.ts";
import {byAgent} from "./client-by-agent.ts";
import type {LineScanner} from "./line-scanner.ts";
import type {LineTable} from "./line-table.ts";

/** What becomes of a client's number: it stays, it is nobody's, it is a client only together with an agent. */
const [unknown, stays, isNobody, isByAgent] = [0, 1, 2, 3];

/**
 * The clients of one input: counts whose its requests are, and takes away those that are no clients.
 *
 * Words are known by their numbers, until {@link forget}.
 */
export class InputClients {
  readonly #tally = new ClientTally();
  readonly #everybody: NetworkSet;
  readonly #names: ReadonlySet<string>;
  readonly #shortened: readonly (4 | 6)[];
  #counts = {client: new Int32Array(1), agent: new Int32Array(1)};
  #fates = new Uint8Array(1);
  #pairs = new Map<number, number>();
  /** Agents that are none, and how many agents were looked at for it. */
  #noAgents = new Set<number>();
  #agentsSeen = 0;

  constructor({everybody, shortened}: ClientJudgement) {
    this.#everybody = new NetworkSet(
      everybody.flatMap((name) => (name === insidePool ? insideNetworks : (proxiesNamed(name)?.networks ?? [name]))),
    );
    this.#names = new Set(everybody);
    this.#shortened = shortened;
  }

  /** Counts the requests in the table, and changes the numbers of clients and agents that are none. */
  see(table: LineTable, lines: number, scanner: LineScanner): void {
    this.#grow(scanner);
    this.#findNoAgents(scanner);
    const {client, agent, seconds} = table;
    const counts = this.#counts;
    for (let row = 0; row < lines; row++) {
      if (Number.isNaN(seconds[row]!)) continue;
      counts.client[client[row]!]!++;
      counts.agent[agent[row]!]!++;
    }
    const changesClients = this.#names.size > 0 || this.#shortened.length > 0;
    if (changesClients) this.#changeClients(table, lines, scanner);
    if (this.#noAgents.size === 0) return;
    for (let row = 0; row < lines; row++) if (this.#noAgents.has(agent[row]!)) agent[row] = 0;
  }

  /** Takes a request whose time names no zone. */
  addZoneless(): void {
    this.#tally.addZoneless();
  }

  /** Takes down what was counted, before numbers mean other words. */
  forget(scanner: LineScanner): void {
    const {client, agent} = this.#counts;
    if (client[0]! > 0) this.#tally.addClient(null, client[0]!);
    for (const [number, requests] of heaviest(client)) this.#tally.addClient(scanner.word("client", number), requests);
    for (const [number, requests] of heaviest(agent)) this.#tally.addAgent(scanner.word("agent", number), requests);
    this.#tally.endPart();
    this.#counts = {client: new Int32Array(1), agent: new Int32Array(1)};
    this.#fates = new Uint8Array(1);
    this.#pairs = new Map();
    this.#noAgents = new Set();
    this.#agentsSeen = 0;
  }

  /** Of all that was taken down. */
  counts(): ClientCounts {
    return this.#tally.counts();
  }

  #grow(scanner: LineScanner): void {
    const [clients, agents] = [scanner.countOf("client") + 1, scanner.countOf("agent") + 1];
    if (clients > this.#counts.client.length) {
      this.#counts.client = larger(this.#counts.client, clients);
      const fates = new Uint8Array(this.#counts.client.length);
      fates.set(this.#fates);
      this.#fates = fates;
    }
    if (agents > this.#counts.agent.length) this.#counts.agent = larger(this.#counts.agent, agents);
  }

  #findNoAgents(scanner: LineScanner): void {
    const count = scanner.countOf("agent");
    while (this.#agentsSeen < count)
      if (isNoAgent(scanner.word("agent", ++this.#agentsSeen))) this.#noAgents.add(this.#agentsSeen);
  }

  #changeClients({client, agent, seconds}: LineTable, lines: number, scanner: LineScanner): void {
    const fates = this.#fates;
    for (let row = 0; row < lines; row++) {
      const number = client[row]!;
      if (number === 0 || Number.isNaN(seconds[row]!)) continue;
      if (fates[number] === unknown) fates[number] = this.#fateOf(scanner.word("client", number));
      if (fates[number] === isNobody) client[row] = 0;
      else if (fates[number] === isByAgent) client[row] = this.#paired(number, agent[row]!, scanner);
    }
  }

  #fateOf(word: string): number {
    const address = addressOf(word);
    if (this.#names.has(address ?? hostOf(word)) || this.#everybody.has(word)) return isNobody!;
    const isNetwork = address !== null && this.#shortened.includes(familyOf(address)) && isShortened(address);
    return isNetwork ? isByAgent! : stays!;
  }

  #paired(client: number, agent: number, scanner: LineScanner): number {
    const key = client * 2 ** 26 + agent;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const agentText = agent === 0 ? "" : scanner.word("agent", agent);
    const number = scanner.numberOf("client", byAgent(scanner.word("client", client), agentText));
    this.#pairs.set(key, number);
    return number;
  }
}

/** Looking into each of a million clients would take longer than reading their lines. */
const mostLookedAt = 1 << 12;

/** The numbers of words with most requests, and those requests; the rest makes no difference of a tenth. */
function heaviest(counts: Int32Array): (readonly [number: number, requests: number])[] {
  const numbers: number[] = [];
  for (let number = 1; number < counts.length; number++) if (counts[number]! > 0) numbers.push(number);
  if (numbers.length > mostLookedAt) numbers.sort((one, other) => counts[other]! - counts[one]!);
  return numbers.slice(0, mostLookedAt).map((number) => [number, counts[number]!]);
}

function larger(counts: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * length);
  grown.set(counts);
  return grown;
}
