import {isSpoken, type Translatable} from "./message.ts";
import type {Translator} from "./translator.ts";

/** The same data with text in place of everything that has to be said. */
export type Translated<Data> = Data extends Translatable
  ? string
  : Data extends (...given: never[]) => unknown
    ? Data
    : Data extends ReadonlyMap<infer Key, infer Value>
      ? ReadonlyMap<Key, Translated<Value>>
      : Data extends object
        ? {readonly [Key in keyof Data]: Translated<Data[Key]>}
        : Data;

/** Says everything in the data that has to be said; all else stays as it is. */
export function translate<Data>(data: Data, words: Translator): Translated<Data> {
  return toldOf(data, words) as Translated<Data>;
}

function toldOf(data: unknown, words: Translator): unknown {
  if (isSpoken(data)) return words.translate(data);
  if (Array.isArray(data)) return data.map((one) => toldOf(one, words));
  if (data instanceof Map) return new Map([...data].map(([key, value]) => [key, toldOf(value, words)]));
  if (data === null || typeof data !== "object" || data instanceof Set) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, toldOf(value, words)]));
}
