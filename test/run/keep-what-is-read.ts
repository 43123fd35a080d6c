import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {removeTree} from "../remove-tree.ts";

/** Has a folder for what tests read once (test/run/read-once.ts), for as long as the run takes. */
export default function keepWhatIsRead(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-read-once-"));
  process.env["BROADSHEET_READ_ONCE"] = folder;
  return () => removeTree(folder);
}
