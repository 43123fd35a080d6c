import {extname} from "node:path";
import {Worker} from "node:worker_threads";

/** A thread that answers what it is asked, one after the other. */
export class QueueThread<Task, Answer> {
  readonly #worker: Worker;
  readonly #asked: {resolve: (answer: Answer) => void; reject: (fault: unknown) => void}[] = [];
  #fault: unknown = null;

  /** @param name Of the thread's file, without its ending. @param beside The address of a module that lies beside it. @param data What it begins with. */
  constructor(name: string, beside: string, data?: unknown) {
    // Built, both files end in .js.
    this.#worker = new Worker(new URL(`./${name}${extname(beside)}`, beside), {
      workerData: data,
    });
    this.#worker.on("message", (answer: Answer) => this.#asked.shift()!.resolve(answer));
    this.#worker.on("error", (fault) => {
      this.#fault = fault;
      for (const {reject} of this.#asked.splice(0)) reject(fault);
    });
  }

  /** Tells something that is not answered. */
  tell(what: Task): void {
    this.#worker.postMessage(what);
  }

  /** @param transferred Memory that goes over to the thread; it is gone here. */
  ask<Kind extends Answer>(what: Task, transferred: readonly ArrayBuffer[] = []): Promise<Kind> {
    if (this.#fault !== null) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => {
      this.#asked.push({resolve: resolve as (answer: Answer) => void, reject});
      this.#worker.postMessage(what, transferred);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
