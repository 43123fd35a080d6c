import {Buffer} from "node:buffer";
import {hextets, parseNetwork} from "../../../src/base/address.ts";

/*
 * Writes small databases in MaxMind's format, for tests: https://maxmind.github.io/MaxMind-DB/
 * A tree of bits leads to records; the records follow; what the file is stands at its end.
 */

/** What a record may hold. */
export type MmdbValue = string | number | readonly MmdbValue[] | {readonly [name: string]: MmdbValue};

/** What is not as usual in a database. */
export interface MmdbOptions {
  readonly ipVersion?: 4 | 6;
  readonly databaseType?: string;
  /** The day it says it was made on. */
  readonly day?: string;
  readonly recordSize?: 24 | 28 | 32;
}

type Branch = Node | number | null;

/** Two branches: another node, the place of a record, or nothing. */
interface Node {
  0: Branch;
  1: Branch;
}

/** The bytes of a database that has these records for these networks; the last that holds an address counts. */
export function mmdbOf(
  records: Readonly<Record<string, MmdbValue>>,
  {ipVersion = 6, databaseType = "Test-City", day = "2026-01-02", recordSize = 24}: MmdbOptions = {},
): Buffer {
  const root: Node = {0: null, 1: null};
  const data: Buffer[] = [];
  let size = 0;
  for (const [network, record] of Object.entries(records)) {
    insert(root, bitsOf(network, ipVersion), size);
    data.push(encode(record));
    size += data.at(-1)!.length;
  }
  const nodes = nodesOf(root);
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const pointer = (branch: Branch): number => {
    if (branch === null) return nodes.length;
    return typeof branch === "number" ? nodes.length + 16 + branch : numbers.get(branch)!;
  };
  const tree = nodes.map((node) => pairOf(pointer(node[0]), pointer(node[1]), recordSize));
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: Date.parse(`${day}T12:00:00Z`) / 1000,
    database_type: databaseType,
    description: {en: "For tests"},
    ip_version: ipVersion,
    languages: ["en"],
    node_count: nodes.length,
    record_size: recordSize,
  });
  return Buffer.concat([
    ...tree,
    Buffer.alloc(16),
    ...data,
    Buffer.from("\xab\xcd\xefMaxMind.com", "latin1"),
    metadata,
  ]);
}

function bitsOf(text: string, ipVersion: 4 | 6): string {
  const network = parseNetwork(text);
  if (network === null) throw new RangeError(`${text} is no network`);
  const {address, family, bits} = network;
  if (family === 4) {
    const four = address.split(".").map((octet) => Number(octet).toString(2).padStart(8, "0"));
    return (ipVersion === 6 ? "0".repeat(96) : "") + four.join("").slice(0, bits);
  }
  const six = hextets(address).map((group) => group.toString(2).padStart(16, "0"));
  return six.join("").slice(0, bits);
}

function insert(root: Node, bits: string, record: number): void {
  let node = root;
  for (const [place, bit] of [...bits].entries()) {
    const side = bit === "1" ? 1 : 0;
    if (place === bits.length - 1) node[side] = record;
    else {
      const next = node[side];
      // A wide network that a narrower one lies in goes on to both sides of it.
      if (next === null || typeof next === "number") node[side] = {0: next, 1: next};
      node = node[side] as Node;
    }
  }
}

function nodesOf(root: Node): Node[] {
  const nodes = [root];
  for (const node of nodes) {
    for (const branch of [node[0], node[1]]) if (branch !== null && typeof branch === "object") nodes.push(branch);
  }
  return nodes;
}

function pairOf(left: number, right: number, recordSize: 24 | 28 | 32): Buffer {
  const pair = Buffer.alloc(recordSize / 4);
  if (recordSize === 28) {
    pair.writeUIntBE(left & 0xffffff, 0, 3);
    pair[3] = ((left >>> 24) << 4) | (right >>> 24);
    pair.writeUIntBE(right & 0xffffff, 4, 3);
  } else {
    pair.writeUIntBE(left, 0, recordSize / 8);
    pair.writeUIntBE(right, recordSize / 8, recordSize / 8);
  }
  return pair;
}

function encode(value: MmdbValue): Buffer {
  if (typeof value === "string") return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === "number") {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([name, one]) => [encode(name), encode(one)])]);
}

/** The type of a value and its length, of less than 285. */
function control(type: number, length: number): Buffer {
  const [size, more] = length < 29 ? [length, []] : [29, [length - 29]];
  return type < 8 ? Buffer.from([(type << 5) | size, ...more]) : Buffer.from([size, type - 7, ...more]);
}
