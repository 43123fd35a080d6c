import {readFileSync} from "node:fs";
import {dirname} from "node:path";
import {z} from "zod";
import {makeFolder} from "../../base/make-folder.ts";
import {writeWhole} from "../../base/whole-file.ts";

const noteForm = z.object({
  id: z.string().regex(/^[\w-]{1,40}$/),
  title: z.string().max(500),
  by: z.string().max(200),
  byName: z.string().max(200).nullable(),
});

/** What is known of a job when its desk is gone. */
export type JobNote = z.output<typeof noteForm>;

/** Where is noted which jobs have not ended. */
export interface JobNotes {
  readonly read: () => readonly JobNote[];
  readonly write: (notes: readonly JobNote[]) => void;
}

/** Notes in a file. One that is damaged has none; where it cannot be written, a job that is cut off is not told of. */
export function jobNotesIn(path: string): JobNotes {
  return {
    read: () => {
      try {
        return z
          .array(noteForm)
          .max(1000)
          .parse(JSON.parse(readFileSync(path, "utf8")));
      } catch {
        return [];
      }
    },
    write: (notes) => {
      try {
        makeFolder(dirname(path), 0o700);
        writeWhole(path, JSON.stringify(notes), 0o600);
      } catch {
        // A disk without room, or a workspace that may only be read.
      }
    },
  };
}
