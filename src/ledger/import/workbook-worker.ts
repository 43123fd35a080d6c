import {parentPort, workerData} from "node:worker_threads";
import {noSheet, sheetsOf} from "./workbook-sheets.ts";
import {ZipRefused} from "./zip.ts";

try {
  parentPort?.postMessage({sheets: sheetsOf(Buffer.from(workerData as Uint8Array))});
} catch (fault) {
  // What the library gives of a damaged file may be anything, and so may what is thrown over it.
  const {message, help} = fault instanceof ZipRefused ? fault : noSheet();
  parentPort?.postMessage({refused: {what: message, help}});
}
