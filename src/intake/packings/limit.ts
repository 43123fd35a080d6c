import {UserError} from "../../base/error.ts";
import {formatSize} from "../../base/size.ts";
import {visible} from "../../base/text.ts";
import type {UnpackingLimits} from "../../workspace/config/limits.ts";

/** So much is unpacked of any file: it fills nothing. */
const freeBytes = 32e6;

/** Counts what is unpacked of one file that was named, with all that is packed in it, and ends it where no log holds as much. */
export class UnpackingMeter {
  readonly #limits: UnpackingLimits;
  readonly #where: string;
  readonly #packed: number | null;
  #bytes = 0;

  /**
   * @param where What messages call the file.
   * @param packed How long the file is, where all that is in it, and in that again, is measured against it; null where it is measured
   *   against what of it was unpacked so far.
   */
  constructor(limits: UnpackingLimits, where: string, packed: number | null = null) {
    this.#limits = limits;
    this.#where = where;
    this.#packed = packed;
  }

  /**
   * Counts bytes that were unpacked.
   *
   * @param soFar How many bytes of the file they and all before them were in.
   * @throws {UserError} INPUT_TOO_LARGE
   */
  add(bytes: number, soFar: number): void {
    const packed = this.#packed ?? soFar;
    this.#bytes += bytes;
    const {ratio, size} = this.#limits;
    const isTooDense = this.#bytes > freeBytes && this.#bytes > ratio * packed;
    if (!isTooDense && this.#bytes <= size) return;
    const times = Math.round(this.#bytes / Math.max(1, packed));
    throw new UserError(
      "INPUT_TOO_LARGE",
      isTooDense
        ? `${formatSize(packed)} of it hold ${formatSize(this.#bytes)}, ${times} times as much; no log is packed like that`
        : `it holds more than ${formatSize(size)}, unpacked; nothing of it was counted`,
      `look what is in it; if it is a log, unpack it first, or set unpacking.${isTooDense ? "ratio" : "size"} in broadsheet.yaml`,
      visible(this.#where),
    );
  }
}
