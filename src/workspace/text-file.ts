/** How the bytes of a text stand for its characters. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a file of a person's own says, and how that was found out. */
export interface FileText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** True where nothing in the file says how it is written: it is not UTF-8, so that it was read as Windows-1252. */
  readonly isGuessed: boolean;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** How a ZIP begins (xlsx, ods), and the older kind of Office file (xls). */
const workbooks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Which text do the bytes hold?
 *
 * A byte order mark says it. Without one it is UTF-8, or, where it cannot be that, Windows-1252, as spreadsheets on
 * Windows write it: that is a guess, and no bytes contradict it.
 *
 * @returns null where the bytes are not what their byte order mark says.
 */
export function decodeText(bytes: Uint8Array): FileText | null {
  const marked = marks.find(([, mark]) => beginsWith(bytes, mark))?.[0];
  const text = decode(bytes, marked ?? "utf-8");
  if (text !== null) return {text, encoding: marked ?? "utf-8", isGuessed: false};
  if (marked !== undefined) return null;
  return {text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", isGuessed: true};
}

/** Are the bytes a spreadsheet program's own file, which is not text at all? */
export function isWorkbook(bytes: Uint8Array): boolean {
  return workbooks.some((beginning) => beginsWith(bytes, beginning));
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, place) => bytes[place] === byte);
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return null;
    throw fault;
  }
}
