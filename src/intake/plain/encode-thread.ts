import {parentPort, workerData} from "node:worker_threads";
import {ChunkEncoder, type ChunkFacts, type ReadChunk} from "./chunk-encoder.ts";
import type {LineTable} from "./line-table.ts";
import type {NewWords} from "./word-names.ts";

/** New words, which are not answered, or a chunk to be turned into facts. */
export type EncodeTask = {readonly news: NewWords} | {readonly chunk: ReadChunk};

/** The facts of a chunk; and the memory of its lines, which comes back. */
export interface EncodeAnswer {
  readonly facts: ChunkFacts;
  readonly table: LineTable;
}

const encoder = new ChunkEncoder(workerData as string);

parentPort?.on("message", (task: EncodeTask) => {
  if ("news" in task) {
    encoder.learn(task.news);
    return;
  }
  const {table} = task.chunk;
  const facts = encoder.encode(task.chunk);
  const answer: EncodeAnswer = {facts, table};
  parentPort?.postMessage(answer, [table.memory, ...facts.columns.map(({bytes}) => bytes.buffer as ArrayBuffer)]);
});
