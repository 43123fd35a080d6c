import {ByteSink} from "./byte-sink.ts";

/** A value as Parquet's headers hold it, with the number that its type has in Thrift's compact protocol. */
export interface Thrift {
  readonly type: number;
  readonly write: (sink: ByteSink) => void;
}

const types = {i16: 4, i32: 5, i64: 6, binary: 8, list: 9, struct: 12} as const;

/** A whole number of 32 bits, also one that stands for a name. */
export function int(value: number): Thrift {
  return {type: types.i32, write: (sink) => sink.zigzag(value)};
}

/** A whole number of 64 bits. */
export function long(value: number): Thrift {
  return {type: types.i64, write: (sink) => sink.zigzag(value)};
}

/** Text, or bytes. */
export function binary(value: string | Uint8Array): Thrift {
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  return {
    type: types.binary,
    write(sink) {
      sink.varint(bytes.length);
      sink.all(bytes);
    },
  };
}

/** Several values of one type; at least one. */
export function list(items: readonly Thrift[], itemType: number = items[0]?.type ?? types.struct): Thrift {
  return {
    type: types.list,
    write(sink) {
      sink.byte((Math.min(items.length, 15) << 4) | itemType);
      if (items.length >= 15) sink.varint(items.length);
      for (const item of items) item.write(sink);
    },
  };
}

/** Fields by their rising numbers; a field that is null is left out. */
export function struct(fields: Readonly<Record<number, Thrift | null>>): Thrift {
  return {
    type: types.struct,
    write(sink) {
      let before = 0;
      for (const [key, value] of Object.entries(fields)) {
        if (value === null) continue;
        const number = Number(key);
        sink.byte(((number - before) << 4) | value.type);
        value.write(sink);
        before = number;
      }
      sink.byte(0);
    },
  };
}

/** The bytes of a value. */
export function encode(value: Thrift): Buffer {
  const sink = new ByteSink();
  value.write(sink);
  return sink.bytes;
}
