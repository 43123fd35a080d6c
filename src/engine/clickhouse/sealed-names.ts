import {z} from "zod";
import {parseAnswer} from "./answers.ts";
import {idLiteral, literal} from "./bind.ts";
import type {Cluster} from "./cluster.ts";
import {writeRow} from "./rows.ts";

/** Books of addresses on the first server. What is in them can be read where the workspace's key is, and that is on no server. */
export class SealedBooks {
  readonly #cluster: Cluster;
  readonly #table: string;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#table = cluster.named("sealed");
  }

  /**
   * Sends the book of one month of a load. It counts when the cluster's journal says so.
   *
   * @param place Which of the load's books it is, from 0.
   */
  async send(load: string, place: number, {month, sealed}: {month: string; sealed: Buffer}): Promise<void> {
    const row = writeRow([load, place, month, sealed.toString("base64")]);
    await this.#cluster.first.insertText(this.#table, ["load", "place", "month", "book"], row);
  }

  /** A book as it was sent; null where it is gone. */
  async fetch(load: string, place: number): Promise<Buffer | null> {
    const from = `from ${this.#table} where load = ${idLiteral(load)} and place = ${literal(place)}`;
    const [row] = await this.#cluster.first.rows(`select book ${from} limit 1`);
    if (row === undefined) return null;
    const {book} = parseAnswer(z.object({book: z.base64()}), row, "a book of addresses", this.#cluster.first.url);
    return Buffer.from(book, "base64");
  }

  /** Drops every book of a month, whether it counts or not. */
  async drop(month: string): Promise<void> {
    await this.#cluster.first.run(`alter table ${this.#table} drop partition ${literal(month)}`);
  }
}
