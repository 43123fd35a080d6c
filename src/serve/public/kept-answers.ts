import {gzipSync} from "node:zlib";
import {sha256} from "../../base/sha256.ts";
import type {MadeAnswer} from "./route.ts";

/** An answer with what it takes to send it. */
export interface KeptAnswer {
  readonly answer: MadeAnswer;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null where packing it gains nothing. */
  readonly packed: Uint8Array<ArrayBuffer> | null;
  /** A hash of its bytes: the same answer has the same, on whatever machine and after whatever time. */
  readonly mark: string;
}

/** Answers that were made, the latest asked for, in so much memory. */
export interface KeptAnswers {
  get(key: string): KeptAnswer | undefined;
  keep(key: string, answer: MadeAnswer): KeptAnswer;
}

/** Of a longer key the answer is made again: a key is kept, too. */
const longestKey = 2048;
const packedTypes = /^(?:text\/|application\/(?:json|xml|atom\+xml|feed\+json)|image\/svg)/;

/** @param most Bytes of all answers together. */
export function openAnswers(most: number): KeptAnswers {
  // A map goes through its entries in the order in which they were put there: the first is the one that was not asked for longest.
  const kept = new Map<string, KeptAnswer>();
  let held = 0;
  const weight = (key: string, {bytes, packed}: KeptAnswer): number =>
    key.length + bytes.length + (packed?.length ?? 0);
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    keep(key, answer) {
      const made = prepare(answer);
      const own = weight(key, made);
      if (key.length > longestKey || own > most / 4) return made;
      // Two who ask for it at once both find it missing.
      const former = kept.get(key);
      if (former !== undefined) held -= weight(key, former);
      kept.set(key, made);
      held += own;
      for (const [oldest, one] of kept) {
        if (held <= most) break;
        kept.delete(oldest);
        held -= weight(oldest, one);
      }
      return made;
    },
  };
}

function prepare(answer: MadeAnswer): KeptAnswer {
  const {body, type} = answer;
  const bytes = Buffer.from(body as string);
  const packed = packedTypes.test(type) && bytes.length > 1000 ? gzipSync(bytes) : null;
  return {
    ...{answer: {...answer, body: ""}, bytes, mark: sha256(bytes).slice(0, 32)},
    packed: packed !== null && packed.length < bytes.length ? packed : null,
  };
}
