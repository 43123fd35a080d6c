import {parentPort} from "node:worker_threads";
import {UserError} from "../../base/error.ts";
import {compilePdf, compilerOf, loadTypst, type SettingTask} from "./compile.ts";

/** Pages that were set; or what a person can mend, which is no error of its own kind once it has gone from thread to thread. */
export type SetPages = {readonly pdf: Uint8Array} | {readonly refused: Pick<UserError, "code" | "found" | "help">};

// Before anybody asks.
const loading = loadTypst();
loading.then(compilerOf).catch(() => {});

parentPort?.on("message", async (task: SettingTask) => {
  parentPort?.postMessage(await answerTo(task));
});

async function answerTo(task: SettingTask): Promise<SetPages> {
  try {
    return {pdf: compilePdf(await loading, task)};
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    const {code, found, help} = fault;
    return {refused: {code, found, help}};
  }
}
