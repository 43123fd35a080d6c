import {addressOf, canonicalClient} from "../../base/client-name.ts";
import {readerId} from "../../workspace/reader-id.ts";
import {nameByAgent} from "./client-by-agent.ts";

/** What is kept of a client, in the order of `clientColumns`. */
export type ClientIds = readonly [bigint, bigint | null, bigint | null, bigint | null];

/** A client under the name that is hashed, and what is kept of it. */
export interface KnownClient {
  readonly name: string;
  readonly ids: ClientIds;
}

/** Under which numbers does the store know a client: itself, and of an IPv6 address the whole and its networks? */
export function lookIntoClient(client: string, key: string): KnownClient {
  const name = nameByAgent(client) ?? canonicalClient(client);
  const reader = readerId(name, key);
  if (!name.includes(":")) return {name, ids: [reader, null, null, null]};
  const network = (groups: number): bigint =>
    readerId(`${name.split(":").slice(0, groups).join(":")}::/${groups * 16}`, key);
  return {name, ids: [reader, readerId(addressOf(client)!, key), network(3), network(2)]};
}
