import {inflateSync} from "node:zlib";
import {refusedPlace} from "../place/place.ts";

/** A PDF as Broadsheet writes them: plain objects, one table of where they stand, nothing that was added later. */
export interface PdfFile {
  /** Numbers of the objects, in order. */
  readonly numbers: readonly number[];
  /** What stands in an object before its stream, as Latin-1; "" where there is none of that number. */
  head(number: number): string;
  /** The stream of an object, unpacked; null where it has none. */
  stream(number: number): Buffer | null;
}

/** More is in no report: a page is some hundred objects, and all streams of one are some megabytes. */
const most = {objects: 500_000, streamBytes: 64 * 2 ** 20, headBytes: 1 << 20} as const;

/**
 * Reads a PDF, as far as one of Broadsheet's has to be read.
 *
 * @param where Of the file, for the message.
 * @throws {UserError} EDITION_REFUSED for one that is written otherwise, or was added to.
 */
export function readPdf(bytes: Buffer, where: string): PdfFile {
  const refuse = (fault: string): never => {
    throw refusedPlace(`the PDF ${fault}`, where, "name a PDF of an edition, as Broadsheet wrote it");
  };
  if (bytes.toString("latin1", 0, 5) !== "%PDF-") refuse("is none");
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.toString("latin1", Math.max(0, bytes.length - 64)));
  const tableAt = Number(end?.[1] ?? Number.NaN);
  const table = bytes.toString("latin1", tableAt, tableAt + 40);
  const begin = /^xref\r?\n0 (\d+)\r?\n/.exec(table);
  const count = Number(begin?.[1] ?? Number.NaN);
  if (!(count > 0 && count <= most.objects))
    refuse("has no table of its objects, so that it is not one of Broadsheet's");
  const entriesAt = tableAt + begin![0].length;
  const trailer = bytes.toString("latin1", entriesAt + count * 20);
  if (!/^\s*trailer\b/.test(trailer) || /\/(?:Prev|XRefStm|Encrypt)\b/.test(trailer)) {
    refuse("was added to after it was written, or is not one of Broadsheet's");
  }
  const offsets = Array.from({length: count}, (_, number) => {
    const entry = bytes.toString("latin1", entriesAt + number * 20, entriesAt + number * 20 + 18);
    return /^\d{10} \d{5} n/.test(entry) ? Number(entry.slice(0, 10)) : null;
  });
  const sorted = [...offsets.filter((at) => at !== null), tableAt].sort((one, other) => one - other);
  const ends = new Map(sorted.map((at, place) => [at, sorted[place + 1] ?? tableAt]));
  const partsOf = (number: number): {readonly head: string; readonly streamAt: number | null} => {
    const at = offsets[number] ?? null;
    const text = at === null ? "" : bytes.toString("latin1", at, Math.min(ends.get(at)!, at + most.headBytes));
    if (at === null || !text.startsWith(`${number} 0 obj`)) return {head: "", streamAt: null};
    const stream = /\bstream(?=\r?\n)/.exec(text);
    if (stream === null) return {head: text, streamAt: null};
    const after = bytes[at + stream.index + 6] === 13 ? 8 : 7;
    return {head: text.slice(0, stream.index), streamAt: at + stream.index + after};
  };
  const heads = new Map<number, string>();
  return {
    numbers: offsets.flatMap((at, number) => (at === null ? [] : [number])),
    head(number) {
      const head = heads.get(number) ?? partsOf(number).head;
      heads.set(number, head);
      return head;
    },
    stream(number) {
      const {head, streamAt} = partsOf(number);
      const length = Number(/\/Length (\d+)\b/.exec(head)?.[1] ?? Number.NaN);
      if (streamAt === null || !(length >= 0) || streamAt + length > bytes.length) return null;
      const packed = bytes.subarray(streamAt, streamAt + length);
      if (!head.includes("/Filter")) return Buffer.from(packed);
      if (!/\/Filter \/FlateDecode\b/.test(head)) return null;
      try {
        return inflateSync(packed, {maxOutputLength: most.streamBytes});
      } catch {
        return null;
      }
    },
  };
}

/** The file of a name that is attached to a PDF; null where there is none. */
export function attachedTo(pdf: PdfFile, name: string): Buffer | null {
  const named = pdf.numbers.map((number) => pdf.head(number)).filter((head) => /\/Type \/Filespec\b/.test(head));
  const own = named.find((head) => head.includes(`/F (${name})`));
  const number = /\/EF <<[^>]*?\/F (\d+) 0 R/.exec(own ?? "")?.[1];
  return number === undefined ? null : pdf.stream(Number(number));
}
