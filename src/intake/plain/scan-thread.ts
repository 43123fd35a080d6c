import {parentPort} from "node:worker_threads";
import {ChunkScanner, type ReadingOrder} from "./chunk-scanner.ts";
import type {LineTable} from "./line-table.ts";

/** A chunk to be read. */
export interface ScanTask {
  readonly chunk: Uint8Array;
  readonly length: number;
  readonly order: ReadingOrder;
  readonly table: LineTable | null;
}

const scanner = new ChunkScanner();

parentPort?.on("message", ({chunk, length, order, table}: ScanTask) => {
  parentPort?.postMessage(scanner.read(Buffer.from(chunk.buffer, 0, length), order, table));
});
