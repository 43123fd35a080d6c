import {dirname} from "node:path";
import {UserError} from "../../base/error.ts";
import {makeFolder} from "../../base/make-folder.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import type {Attendance} from "../listener.ts";
import {whileEdited} from "../store/hold.ts";
import type {Store} from "../store/store.ts";
import {type EditableFile, editableFile, realPathOf} from "./editable.ts";
import {inFormOf} from "./lines.ts";
import {baseIn, mergeAppended} from "./merge.ts";
import {type FileState, fileStateOf} from "./state.ts";
import {fileTextOf, type KeptText, readBytes} from "./text.ts";

/** What a person made of a file. */
export interface Edit {
  /** What the file held when the person began. */
  readonly made: FileState;
  readonly text: string;
}

/** What became of it. `state`: of the file as it is now. */
export type SavedText =
  | {readonly kind: "saved"; readonly state: FileState}
  /** Somebody else had added the lines `between`; both are there now. */
  | {readonly kind: "merged"; readonly between: readonly string[]; readonly state: FileState}
  /** Somebody else changed the file, and nothing was written. */
  | {readonly kind: "conflict"; readonly theirs: KeptText; readonly yours: string};

/** How a file is saved. */
export interface Saving extends Attendance {
  /** Looks at the text that would be written, whoever wrote the parts of it; what it throws, nothing is written for. */
  readonly check?: (text: string) => void;
}

/**
 * Saves what a person made of a file of the workspace, where nobody else changed it meanwhile.
 *
 * Where both only added rows at its end, both are kept. Otherwise nothing is written, and both versions are given back. The
 * file is at every moment as it was or as it is to be.
 *
 * @param name From the workspace: `blacklist.csv`.
 * @throws {UserError} OUTPUT_REFUSED where it is no file that people edit, or a link leads it elsewhere; WORKSPACE_BUSY,
 *   WORKSPACE_DENIED or DISK_FULL; what `check` throws. Nothing is written then.
 */
export async function saveText(
  store: Store,
  name: string,
  {made, text}: Edit,
  {check = () => {}, ...attendance}: Saving = {},
): Promise<SavedText> {
  const file = editableFile(store, name);
  if (text.includes("\0")) throw new UserError(file.code, "the text holds a zero byte", "take it out", name);
  return whileEdited(store, name, attendance, () => {
    const theirs = readBytes(file);
    const base = theirs === null || made.sha256 === null ? null : baseIn(made, theirs);
    const content = inFormOf(base ?? theirs, text);
    const isAsMade = fileStateOf(theirs).sha256 === made.sha256;
    if (isAsMade || theirs?.equals(content) || (theirs?.length === 0 && made.sha256 === null)) {
      return {kind: "saved", state: put(file, content, theirs, check)};
    }
    const merged = file.kind === "rows" && base !== null ? mergeAppended(base, theirs!, content) : null;
    if (merged !== null) {
      return {kind: "merged", between: merged.between, state: put(file, merged.content, theirs, check)};
    }
    return {kind: "conflict", theirs: {file, text: fileTextOf(theirs, file), state: fileStateOf(theirs)}, yours: text};
  });
}

function put(file: EditableFile, content: Buffer, before: Buffer | null, check: (text: string) => void): FileState {
  const {path, name, code, mostMegabytes} = file;
  if (content.length > mostMegabytes * 2 ** 20) {
    throw new UserError(code, `the text has more than ${mostMegabytes} megabytes`, "shorten it", name);
  }
  check(fileTextOf(content, file));
  if (before?.equals(content)) return fileStateOf(content);
  try {
    makeFolder(dirname(path));
    writeWhole(realPathOf(path), content);
  } catch (fault) {
    throw asWriteFault(fault, name) ?? fault;
  }
  return fileStateOf(content);
}
