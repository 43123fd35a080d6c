import {parentPort, workerData} from "node:worker_threads";
import {sheetsOf} from "./workbook-sheets.ts";
import {ZipRefused} from "./zip.ts";

try {
  parentPort?.postMessage({sheets: sheetsOf(Buffer.from(workerData as Uint8Array))});
} catch (fault) {
  if (!(fault instanceof ZipRefused)) throw fault;
  parentPort?.postMessage({refused: {what: fault.message, help: fault.help}});
}
