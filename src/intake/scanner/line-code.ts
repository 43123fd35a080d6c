import {readFileSync} from "node:fs";

/** What `wasm/plain-lines.wasm` offers; its source says what each does. Places are in bytes of `memory`. */
export interface LineCode {
  readonly memory: WebAssembly.Memory;
  readonly rows: WebAssembly.Global<"i32">;
  readonly oddRows: WebAssembly.Global<"i32">;
  readonly ignoredRows: WebAssembly.Global<"i32">;
  readonly shortRows: WebAssembly.Global<"i32">;
  begin(capacity: number, firstRows: number, seed: bigint): void;
  expect(
    hasHost: boolean,
    hasOrigin: boolean,
    hasQuery: boolean,
    earliest: number,
    latest: number,
    longestLine: number,
  ): void;
  readonly isAtComment: WebAssembly.Global<"i32">;
  expectBefore(length: number): void;
  expectLayout(is: boolean, stopsAtComments: boolean, guard: number, writings: number, method: number): void;
  layoutAt(): number;
  beforeAt(): number;
  chunkAt(): number;
  columnsAt(): number;
  oddsAt(): number;
  memoryUsed(): number;
  countOf(book: number): number;
  wordAt(book: number, number: number): number;
  wordLength(book: number, number: number): number;
  scan(from: number, until: number): number;
  numberWord(place: number, length: number): number;
}

let compiled: WebAssembly.Module | null = null;

/** The code with memory of its own. */
export function newLineCode(): LineCode {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("../../../wasm/plain-lines.wasm", import.meta.url)));
  return new WebAssembly.Instance(compiled).exports as unknown as LineCode;
}
