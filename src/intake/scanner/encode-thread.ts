import {parentPort, workerData} from "node:worker_threads";
import {ChunkEncoder, type ChunkFacts, type ReadChunk} from "./chunk-encoder.ts";
import type {EncodeOrder} from "./fact-values.ts";
import type {RowGroup} from "./input-texts.ts";
import type {LineTable} from "./line-table.ts";
import type {NewWords} from "./word-names.ts";

/** New words, which are not answered; a chunk to be turned into facts; or an input of which there is no more. */
export type EncodeTask = {readonly news: NewWords} | {readonly chunk: ReadChunk} | {readonly ended: number};

/** The facts of a chunk, and the memory of its lines, which comes back. */
export interface EncodedChunk {
  readonly facts: ChunkFacts;
  readonly table: LineTable;
}

/** The texts of an input. */
export interface EndedInput {
  readonly texts: readonly RowGroup[];
}

const encoder = new ChunkEncoder(workerData as EncodeOrder);

parentPort?.on("message", (task: EncodeTask) => {
  if ("news" in task) {
    encoder.learn(task.news);
    return;
  }
  if ("ended" in task) {
    const texts = encoder.end(task.ended);
    send({texts}, texts.flatMap(memoryOf));
    return;
  }
  const {table} = task.chunk;
  const facts = encoder.encode(task.chunk);
  send({facts, table}, [table.memory, ...memoryOf(facts.rows)]);
});

function send(answer: EncodedChunk | EndedInput, transferred: readonly ArrayBuffer[]): void {
  parentPort?.postMessage(answer, transferred);
}

function memoryOf(rows: RowGroup): ArrayBuffer[] {
  return rows.map(({bytes}) => bytes.buffer as ArrayBuffer);
}
