/** What the lines of a chunk say, one row a line: numbers, and the numbers of words. */
export interface LineTable {
  /** In which all columns are, so that they go from one thread to another together. */
  readonly memory: ArrayBuffer;
  /** As the other words: its number, from 1; 0 for none. */
  readonly client: Int32Array;
  readonly host: Int32Array;
  readonly method: Int32Array;
  readonly path: Int32Array;
  readonly status: Int32Array;
  readonly referrer: Int32Array;
  readonly agent: Int32Array;
  /** Instants. */
  readonly seconds: Float64Array;
  readonly bytes: Float64Array;
}

const [wholeColumns, realColumns] = [7, 2];

/** A table with room for so many rows, which holds what another held. */
export function tableOf(rows: number, before: LineTable | null = null): LineTable {
  const memory = new ArrayBuffer(rows * (8 * realColumns + 4 * wholeColumns));
  let at = 0;
  const real = (old: Float64Array | undefined): Float64Array => {
    const column = new Float64Array(memory, at, rows);
    at += column.byteLength;
    if (old) column.set(old);
    return column;
  };
  const whole = (old: Int32Array | undefined): Int32Array => {
    const column = new Int32Array(memory, at, rows);
    at += column.byteLength;
    if (old) column.set(old);
    return column;
  };
  return {
    memory,
    seconds: real(before?.seconds),
    bytes: real(before?.bytes),
    client: whole(before?.client),
    host: whole(before?.host),
    method: whole(before?.method),
    path: whole(before?.path),
    status: whole(before?.status),
    referrer: whole(before?.referrer),
    agent: whole(before?.agent),
  };
}
