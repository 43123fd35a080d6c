import type {QueryOrder} from "../../base/paths/query.ts";
import {clientColumns, type FactColumn} from "../../engine/facts/layout.ts";
import {keptText} from "../../engine/kept-text.ts";
import type {EncodedColumn} from "../../engine/parquet/column.ts";
import {namedReader} from "../clients/named-reader.ts";
import {impersonalHost, methodOf, siteOf} from "../facts/impersonal-text.ts";
import {keptPath} from "../facts/kept-path.ts";
import {ClientHashes} from "./client-hashes.ts";
import {lookIntoClient} from "./client-ids.ts";
import {Dictionary} from "./dictionary.ts";
import type {LineTable} from "./line-table.ts";
import type {NewWords} from "./word-names.ts";

/** What facts are made with. */
export interface EncodeOrder {
  /** The workspace's. */
  readonly key: string;
  /** What of queries is kept; null where nothing is. */
  readonly query: QueryOrder | null;
}

/** What is kept of a text, if there is any. */
function keptOrNone(text: string | null): string | null {
  return text === null ? null : keptText(text);
}

/** The values that the words of lines lead to: each word is looked into once. */
export class FactValues {
  readonly method = new Dictionary();
  readonly path = new Dictionary();
  readonly site = new Dictionary();
  readonly agent = new Dictionary();
  readonly host = new Dictionary();
  /** Who the readers are, by the number of the client's word. */
  readonly readers: string[] = [""];
  readonly #key: string;
  readonly #query: QueryOrder | null;
  readonly #client = {
    reader: new ClientHashes(),
    address: new ClientHashes(),
    network48: new ClientHashes(),
    network32: new ClientHashes(),
  };

  constructor({key, query}: EncodeOrder) {
    this.#key = key;
    this.#query = query;
  }

  /** Looks into new words. */
  learn({words}: NewWords): void {
    const {client, host, method, path, referrer, agent} = words;
    const clients = client.map((word) => lookIntoClient(word, this.#key));
    for (const {name, ids} of clients) this.readers.push(namedReader(ids[0], name));
    for (const [place, name] of clientColumns.entries()) this.#client[name].learn(clients.map(({ids}) => ids[place]!));
    this.method.learn(method.map(methodOf));
    this.path.learn(path.map((word) => keptText(keptPath(word, this.#query))));
    this.site.learn(referrer.map((word) => keptText(siteOf(word))));
    this.agent.learn(agent.map(keptText));
    this.host.learn(host.map((word) => keptOrNone(impersonalHost(word))));
  }

  /** The columns of the table that say who the client is. */
  encodeClients({client}: LineTable, rows: number): Map<FactColumn, EncodedColumn> {
    return new Map(clientColumns.map((name) => [name, this.#client[name].encode(client, rows)] as const));
  }
}
