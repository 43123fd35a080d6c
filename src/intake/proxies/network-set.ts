import {hextets, ipv4Number, parseNetwork} from "../../base/address.ts";
import {addressOf} from "../../base/client-name.ts";

/** Addresses of a family that follow each other, both ends in it: numbers of IPv4, and of IPv6 all digits of the address. */
interface Run<Place> {
  readonly first: Place;
  last: Place;
}

/** So many addresses are remembered, so that memory stays what it is. */
const mostKnown = 1 << 14;

/** Networks to look addresses up in: in a time that hardly grows with how many there are. */
export class NetworkSet {
  readonly #ipv4: readonly Run<number>[];
  readonly #ipv6: readonly Run<string>[];
  readonly #known = new Map<string, boolean>();

  /** @param networks As {@link parseNetwork} takes them; what is none is left out. */
  constructor(networks: Iterable<string>) {
    const parsed = [...networks].map(parseNetwork).filter((network) => network !== null);
    this.#ipv4 = merged(
      parsed
        .filter(({family}) => family === 4)
        .map(({address, bits}) => {
          const size = 2 ** (32 - bits);
          const first = Math.floor(ipv4Number(address) / size) * size;
          return {first, last: first + size - 1};
        }),
    );
    this.#ipv6 = merged(parsed.filter(({family}) => family === 6).map(({address, bits}) => ipv6Run(address, bits)));
  }

  /** Is the address in one of them? However a log writes it, with port and brackets. */
  has(word: string): boolean {
    const before = this.#known.get(word);
    if (before !== undefined) return before;
    const address = addressOf(word);
    const is =
      address !== null &&
      (address.includes(":") ? isIn(this.#ipv6, digitsOf(address)) : isIn(this.#ipv4, ipv4Number(address)));
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(word, is);
    return is;
  }
}

/** All 32 digits of an IPv6 address: such texts stand in the order of the addresses. */
function digitsOf(address: string): string {
  return hextets(address)
    .map((group) => group.toString(16).padStart(4, "0"))
    .join("");
}

function ipv6Run(address: string, bits: number): Run<string> {
  const number = BigInt(`0x${digitsOf(address)}`);
  const size = 1n << BigInt(128 - bits);
  const first = (number / size) * size;
  const written = (place: bigint): string => place.toString(16).padStart(32, "0");
  return {first: written(first), last: written(first + size - 1n)};
}

/** In their order; those that overlap are one. */
function merged<Place extends number | string>(runs: readonly Run<Place>[]): Run<Place>[] {
  const all: Run<Place>[] = [];
  for (const run of runs.toSorted((one, other) => (one.first < other.first ? -1 : 1))) {
    const before = all.at(-1);
    if (before === undefined || before.last < run.first) all.push({...run});
    else if (before.last < run.last) before.last = run.last;
  }
  return all;
}

function isIn<Place extends number | string>(runs: readonly Run<Place>[], place: Place): boolean {
  let [from, until] = [0, runs.length];
  while (from < until) {
    const middle = (from + until) >>> 1;
    if (runs[middle]!.first <= place) from = middle + 1;
    else until = middle;
  }
  return from > 0 && place <= runs[from - 1]!.last;
}
