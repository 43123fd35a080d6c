import {isSpoken, type Spoken} from "./message.ts";
import type {Words} from "./words.ts";

/** The same data with text in place of everything that has to be said. */
export type Told<Data> = Data extends Spoken
  ? string
  : Data extends (...given: never[]) => unknown
    ? Data
    : Data extends ReadonlyMap<infer Key, infer Value>
      ? ReadonlyMap<Key, Told<Value>>
      : Data extends object
        ? {readonly [Key in keyof Data]: Told<Data[Key]>}
        : Data;

/** Says everything in the data that has to be said; all else stays as it is. */
export function tellAll<Data>(data: Data, words: Words): Told<Data> {
  return toldOf(data, words) as Told<Data>;
}

function toldOf(data: unknown, words: Words): unknown {
  if (isSpoken(data)) return words.tell(data);
  if (Array.isArray(data)) return data.map((one) => toldOf(one, words));
  if (data instanceof Map) return new Map([...data].map(([key, value]) => [key, toldOf(value, words)]));
  if (data === null || typeof data !== "object" || data instanceof Set) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, toldOf(value, words)]));
}
