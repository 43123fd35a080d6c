import {parentPort, workerData} from "node:worker_threads";
import {ChunkEncoder, type ReadChunk} from "./chunk-encoder.ts";
import type {NewWords} from "./word-names.ts";

/** New words, which are not answered, or a chunk to be turned into facts. */
export type EncodeTask = {readonly news: NewWords} | {readonly chunk: ReadChunk};

const encoder = new ChunkEncoder(workerData as string);

parentPort?.on("message", (task: EncodeTask) => {
  if ("news" in task) {
    encoder.learn(task.news);
    return;
  }
  const facts = encoder.encode(task.chunk);
  parentPort?.postMessage(
    facts,
    facts.columns.map(({bytes}) => bytes.buffer as ArrayBuffer),
  );
});
