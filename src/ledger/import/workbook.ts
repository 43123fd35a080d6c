import {extname} from "node:path";
import {Worker} from "node:worker_threads";
import type {BadCell, SheetGrid} from "./grid.ts";
import {importFault} from "./import-fault.ts";

/** How much memory a workbook may take while it is read, and how long that may last: a hostile one asks for any. */
const mostMegabytes = 768;
const mostSeconds = 60;

/**
 * Reads the sheets of a workbook in a thread of its own, which ends where the workbook takes too much memory or time.
 *
 * @throws {UserError} IMPORT_REFUSED
 */
export async function readWorkbook(bytes: Uint8Array, path: string): Promise<readonly SheetGrid[]> {
  // Built, the other file ends in .js as this one does.
  const script = new URL(`./workbook-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(script, {
    workerData: bytes,
    resourceLimits: {maxOldGenerationSizeMb: mostMegabytes},
    // What the library says on the console is for programmers.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const {sheets, refused} = await new Promise<{sheets?: SheetGrid[]; refused?: BadCell}>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      const what = `the workbook was not read within ${mostSeconds} seconds`;
      const late = (): void => resolve({refused: {what, help: "save the sheet alone, as CSV in UTF-8"}});
      timer = setTimeout(late, mostSeconds * 1000);
    });
    if (refused !== undefined) throw importFault(refused.what, refused.help, path);
    return sheets ?? [];
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY") throw fault;
    throw importFault("the workbook is too large to be read", "save the sheet alone, as CSV in UTF-8", path);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
