import {sha256} from "../../base/sha256.ts";

/** What a file held when a form was made of it. */
export interface FileState {
  /** null where there was no file. */
  readonly sha256: string | null;
  readonly bytes: number;
}

/** The state of what was read; null is no file. */
export function fileStateOf(content: Uint8Array | null): FileState {
  return content === null ? {sha256: null, bytes: 0} : {sha256: sha256(content), bytes: content.length};
}

/** As a form carries it: the hash and, behind a hyphen, the length; `none` where there was no file. */
export function printState({sha256: hash, bytes}: FileState): string {
  return hash === null ? "none" : `${hash}-${bytes}`;
}

/** What {@link printState} printed; null where it is something else. */
export function parseState(text: string): FileState | null {
  if (text === "none") return {sha256: null, bytes: 0};
  const [, hash, bytes] = /^([0-9a-f]{64})-([0-9]{1,10})$/.exec(text) ?? [];
  return hash === undefined ? null : {sha256: hash, bytes: Number(bytes)};
}
