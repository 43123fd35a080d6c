import {addressOf, canonicalClient} from "../../base/client-name.ts";
import type {Columns} from "../../engine/parquet/parquet-file.ts";
import {readerId} from "../../workspace/reader-id.ts";
import {nameByAgent} from "./client-by-agent.ts";

/**
 * The columns of a file of facts, as `writeFacts` writes them too.
 *
 * A row for each line comes first: of texts it holds the numbers that they have in this file, and of a line that is no request
 * no instant. Behind them stands a row for each of the texts: its number in the column in which it is used, and itself in
 * `word`. What a server answered is one such text, the method, together with the status. `refused` is
 * empty: older files have 1 in it where only lines hold the text that are no request.
 */
export const factColumns = {
  second: "bigint",
  reader: "ubigint",
  address: "ubigint",
  network48: "ubigint",
  network32: "ubigint",
  answer: "integer",
  path: "integer",
  bytes: "ubigint",
  site: "integer",
  agent: "integer",
  host: "integer",
  status: "usmallint",
  word: "text",
  refused: "integer",
} as const satisfies Columns;

/** A column of facts. */
export type FactColumn = keyof typeof factColumns;

/** What is kept of a client, in the order of {@link clientColumns}. */
export type ClientIds = readonly [bigint, bigint | null, bigint | null, bigint | null];

/** A client under the name that is hashed, and what is kept of it. */
export interface KnownClient {
  readonly name: string;
  readonly ids: ClientIds;
}

/** The columns that a client fills. */
export const clientColumns = ["reader", "address", "network48", "network32"] as const;

/** Under which numbers does the store know a client: itself, and of an IPv6 address the whole and its networks? */
export function lookIntoClient(client: string, key: string): KnownClient {
  const name = nameByAgent(client) ?? canonicalClient(client);
  const reader = readerId(name, key);
  if (!name.includes(":")) return {name, ids: [reader, null, null, null]};
  const network = (groups: number): bigint =>
    readerId(`${name.split(":").slice(0, groups).join(":")}::/${groups * 16}`, key);
  return {name, ids: [reader, readerId(addressOf(client)!, key), network(3), network(2)]};
}
