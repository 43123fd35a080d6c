import {UserError} from "../../base/error.ts";
import {readKeptFileIfAny} from "../../workspace/kept-file.ts";
import {decodeText, isWorkbook} from "../../workspace/text-file.ts";
import type {Store} from "../store/store.ts";
import {type EditableFile, editableFile} from "./editable.ts";
import {type FileState, fileStateOf} from "./state.ts";

/** What a file of the workspace says, and what a form of it has to carry. */
export interface KeptText {
  readonly file: EditableFile;
  /** Without a byte order mark; empty where there is no file. */
  readonly text: string;
  readonly state: FileState;
}

/**
 * What does a file that people edit say?
 *
 * @param name From the workspace: `blacklist.csv`.
 * @throws {UserError} OUTPUT_REFUSED where it is no such file; the code of the file where it cannot be read, is no text or
 *   is not in UTF-8.
 */
export function readText(store: Pick<Store, "workspace">, name: string): KeptText {
  const file = editableFile(store, name);
  const bytes = readBytes(file);
  return {file, text: fileTextOf(bytes, file), state: fileStateOf(bytes)};
}

/** The bytes of a file; null where there is none. */
export function readBytes({path, name, code, mostMegabytes}: EditableFile): Buffer | null {
  const help = "check that it is the right file, and who may read it";
  return readKeptFileIfAny(path, {code, name: "file", help, mostMegabytes, where: name});
}

/** The text of bytes. @throws {UserError} with the code of the file. */
export function fileTextOf(bytes: Buffer | null, {name, code}: EditableFile): string {
  if (bytes === null) return "";
  const read = decodeText(bytes);
  if (isWorkbook(bytes) || read === null || read.text.includes("\0")) {
    throw new UserError(code, "the file is no text", "save it as text, or as CSV, in UTF-8", name);
  }
  if (read.encoding !== "utf-8") {
    throw new UserError(code, "the file is not in UTF-8, and cannot be edited here", "save it in UTF-8", name);
  }
  return read.text;
}
