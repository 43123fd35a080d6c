import {type EncodedColumn, encodeHashes, encodeNothing} from "../../engine/parquet/column.ts";

/** Memory that is used for one column after the other: new memory for each would keep the collector busy. */
const scratch = {isThere: new Uint8Array(0), hashes: new Uint32Array(0)};

/** Under which number the store knows each client, or the network in which it is: one of the columns of facts. */
export class ClientHashes {
  /** Two numbers of 32 bits a client's word, and whether there is any. */
  #hashes = new Uint32Array(1 << 10);
  #isThere = new Uint8Array(1 << 9);
  #known = 0;
  #isEmpty = true;

  /** Says what the next words lead to. */
  learn(hashes: readonly (bigint | null)[]): void {
    const most = this.#known + hashes.length + 1;
    if (most > this.#isThere.length) {
      const [larger, areThere] = [new Uint32Array(4 * most), new Uint8Array(2 * most)];
      larger.set(this.#hashes);
      areThere.set(this.#isThere);
      [this.#hashes, this.#isThere] = [larger, areThere];
    }
    for (const hash of hashes) {
      this.#known++;
      if (hash !== null) put(hash, this.#known, this.#hashes, this.#isThere);
      if (hash !== null) this.#isEmpty = false;
    }
  }

  /** The column as it stands in the file. @param words The number of each row's word; 0 for none. */
  encode(words: Int32Array, rows: number): EncodedColumn {
    // Most logs hold few addresses of IPv6.
    if (this.#isEmpty) return encodeNothing(rows);
    if (scratch.isThere.length < rows) {
      scratch.isThere = new Uint8Array(2 * rows);
      scratch.hashes = new Uint32Array(4 * rows + 2);
    }
    const {hashes, isThere} = scratch;
    const [known, isKnown] = [this.#hashes, this.#isThere];
    let end = 0;
    for (let row = 0; row < rows; row++) {
      const word = words[row]!;
      const isOne = isKnown[word]!;
      isThere[row] = isOne;
      // What is not there is written over by the next.
      hashes[end] = known[2 * word]!;
      hashes[end + 1] = known[2 * word + 1]!;
      end += 2 * isOne;
    }
    return encodeHashes(new Uint8Array(hashes.buffer, 0, 4 * end), isThere.subarray(0, rows));
  }
}

function put(hash: bigint, place: number, hashes: Uint32Array, isThere: Uint8Array): void {
  hashes[2 * place] = Number(hash & 0xffff_ffffn);
  hashes[2 * place + 1] = Number(hash >> 32n);
  isThere[place] = 1;
}
