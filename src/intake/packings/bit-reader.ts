/** Reads bits, the highest of a byte first, of bytes that come in pieces. */
export class BitReader {
  #bytes: Uint8Array = new Uint8Array(0);
  #end = 0;
  #at = 0;
  #held = 0;
  #heldBits = 0;

  /** How many bytes are there that nothing was read of? */
  get left(): number {
    return this.#end - this.#at + (this.#heldBits >>> 3);
  }

  /** Was more read than there is? What was read of it is 0. */
  get isPastEnd(): boolean {
    return this.left < 0;
  }

  add(piece: Uint8Array): void {
    const kept = this.#end - this.#at;
    if (kept + piece.length > this.#bytes.length - this.#at) {
      const larger = kept + piece.length > this.#bytes.length ? new Uint8Array(2 * (kept + piece.length)) : this.#bytes;
      larger.set(this.#bytes.subarray(this.#at, this.#end));
      [this.#bytes, this.#at, this.#end] = [larger, 0, kept];
    }
    this.#bytes.set(piece, this.#end);
    this.#end += piece.length;
  }

  /** The next bits, which stay there. @param bits At most 24. */
  peek(bits: number): number {
    while (this.#heldBits < bits) {
      this.#held = (this.#held << 8) | (this.#at < this.#end ? this.#bytes[this.#at]! : 0);
      this.#at++;
      this.#heldBits += 8;
    }
    return (this.#held >>> (this.#heldBits - bits)) & ((1 << bits) - 1);
  }

  /** Passes over bits that were peeked at. */
  skip(bits: number): void {
    this.#heldBits -= bits;
  }

  /** @param bits At most 24. */
  read(bits: number): number {
    const value = this.peek(bits);
    this.#heldBits -= bits;
    return value;
  }

  readWord(): number {
    return ((this.read(16) << 16) | this.read(16)) >>> 0;
  }

  /** Goes on to the next whole byte. */
  align(): void {
    this.#heldBits -= this.#heldBits & 7;
  }
}
