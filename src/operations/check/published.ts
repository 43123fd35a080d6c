import {plural} from "../../base/text.ts";
import {parsePublished} from "../../report/restate/published.ts";
import {readPublishedFiles} from "../../workspace/published.ts";
import type {WorkspaceCheck} from "./check.ts";
import {tryOut} from "./found.ts";

/** Is what was published as it was? */
export const published: WorkspaceCheck = {
  name: "published",
  look: ({folder}) => {
    const files = readPublishedFiles(folder);
    const faults = files.flatMap(({path, text}) => tryOut(() => parsePublished(text, path), path).fault ?? []);
    const count = plural(files.length, "report", "reports");
    if (faults.length > 0) return {text: `${faults.length} of ${count} not as it was`, faults};
    return {text: files.length === 0 ? "nothing was published" : `${count}, readable`, faults: []};
  },
};
