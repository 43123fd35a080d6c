/** What the lines of a chunk say, one row a line: numbers, and the numbers of words. Threads share its memory. */
export interface LineTable {
  /** A line that is not plain has here its text's place, counted down from -1. */
  client: Int32Array;
  host: Int32Array;
  method: Int32Array;
  path: Int32Array;
  status: Int32Array;
  referrer: Int32Array;
  agent: Int32Array;
  /** Instants. */
  seconds: Float64Array;
  bytes: Float64Array;
}

/** A table with room for so many rows, which holds what another held. */
export function tableOf(rows: number, before: LineTable | null = null): LineTable {
  const whole = (old: Int32Array | undefined): Int32Array => {
    const column = new Int32Array(new SharedArrayBuffer(4 * rows));
    if (old) column.set(old);
    return column;
  };
  const real = (old: Float64Array | undefined): Float64Array => {
    const column = new Float64Array(new SharedArrayBuffer(8 * rows));
    if (old) column.set(old);
    return column;
  };
  return {
    client: whole(before?.client),
    host: whole(before?.host),
    method: whole(before?.method),
    path: whole(before?.path),
    status: whole(before?.status),
    referrer: whole(before?.referrer),
    agent: whole(before?.agent),
    seconds: real(before?.seconds),
    bytes: real(before?.bytes),
  };
}
