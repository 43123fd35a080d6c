import {parentPort, workerData} from "node:worker_threads";
import {type ChunkReading, ChunkScanner, type ReadingOrder} from "./chunk-scanner.ts";
import type {LineTable} from "./line-table.ts";

/** A chunk to be read. */
export interface ScanTask {
  readonly chunk: Uint8Array<ArrayBuffer>;
  readonly length: number;
  /** Where the first line begins that is to be read. */
  readonly from: number;
  readonly order: ReadingOrder;
  readonly table: LineTable | null;
}

/** What was read; and the memory of the chunk, which comes back. */
export interface ScanAnswer {
  readonly reading: ChunkReading;
  readonly chunk: Uint8Array<ArrayBuffer>;
}

/** An input of which there are no more chunks; answered with an `EndedScan`. */
export interface ScannedInput {
  readonly ended: number;
}

const scanner = new ChunkScanner(workerData as {readonly hasQuery: boolean});

parentPort?.on("message", (task: ScanTask | ScannedInput) => {
  if ("ended" in task) {
    parentPort?.postMessage(scanner.end(task.ended));
    return;
  }
  const {chunk, length, from, order, table} = task;
  const reading = scanner.read(Buffer.from(chunk.buffer, 0, length), order, table, from);
  const answer: ScanAnswer = {reading, chunk};
  parentPort?.postMessage(answer, [chunk.buffer, reading.table.memory]);
});
