import {inflateSync} from "node:zlib";
import {formatSize} from "../../../base/size.ts";
import {refusedPlace} from "../place/place.ts";
import {isDictionary, isName, isRef, type PdfDictionary, PdfFault, PdfReader, type PdfValue, wordOf} from "./syntax.ts";

/** A PDF as Broadsheet writes them: plain objects one after the other, one table of where they stand, nothing that was added later. */
export interface PdfFile {
  /** What the end of the file says: where reading begins, as every viewer does. */
  readonly trailer: PdfDictionary;
  /** Of the objects, in order. */
  readonly numbers: readonly number[];
  /** What a value is, or the object that it names is. @throws {PdfFault} */
  resolve(value: PdfValue | undefined): PdfValue | undefined;
  /** The same of what has to be a dictionary; an empty one in the place of anything else. @throws {PdfFault} */
  dictionary(value: PdfValue | undefined): PdfDictionary;
  /** The stream of an object, unpacked; null where it has none that Broadsheet writes. @throws {PdfFault} */
  stream(value: PdfValue | undefined): Buffer | null;
}

/** More is in no report: a page is some hundred objects, and all streams of one are some megabytes. */
const mostOfPdf = {objects: 300_000, streamBytes: 128e6} as const;

/** An object: what it is, and where its stream begins. */
interface PlacedObject {
  readonly value: PdfValue;
  readonly streamAt: number | null;
}

/**
 * Reads a PDF, as far as one of Broadsheet's has to be read.
 *
 * @param where Of the file, for the message.
 * @throws {UserError} EDITION_REFUSED for one that is written otherwise, or was added to.
 */
export function readPdf(bytes: Buffer, where: string): PdfFile {
  return refusing(where, () => openPdf(bytes));
}

/**
 * What is read of a PDF without which nothing of it can be told.
 *
 * @throws {UserError} EDITION_REFUSED in the place of a {@link PdfFault}
 */
export function refusing<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof PdfFault)) throw fault;
    throw refusedPlace(`the PDF ${fault.message}`, where, "name a PDF of an edition, as Broadsheet wrote it");
  }
}

function openPdf(bytes: Buffer): PdfFile {
  if (bytes.toString("latin1", 0, 5) !== "%PDF-") throw new PdfFault("is none");
  const {trailer, offsets, tableAt} = readTable(bytes);
  const sorted = offsets
    .flatMap((at, number) => (at === null ? [] : [{at, number}]))
    .sort((one, other) => one.at - other.at);
  const ends = new Map(sorted.map(({number}, place) => [number, sorted[place + 1]?.at ?? tableAt]));
  const objects = new Map<number, PlacedObject>();
  const objectAt = (number: number): PlacedObject | null => {
    const at = offsets[number] ?? null;
    if (at === null) return null;
    const made = objects.get(number) ?? readObject(bytes, {at, end: ends.get(number)!, number});
    objects.set(number, made);
    return made;
  };
  // The head has two lines; behind it stands nothing but objects, one after the other.
  const head = new PdfReader(bytes, 0, sorted[0]?.at ?? 0);
  if (!head.isAtEnd()) throw new PdfFault("has something before its objects");
  let unpacked = 0;
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    // One that leads on to another is none of Broadsheet's, and may lead in a circle.
    return isRef(value) ? objectAt(value.ref)?.value : value;
  };
  return {
    trailer,
    numbers: offsets.flatMap((at, number) => (at === null ? [] : [number])),
    resolve,
    dictionary(value) {
      const found = resolve(value);
      return isDictionary(found) ? found : new Map();
    },
    stream(value) {
      const found = isRef(value) ? objectAt(value.ref) : null;
      if (found === null || found.streamAt === null || !isDictionary(found.value)) return null;
      const length = found.value.get("Length");
      const packed = bytes.subarray(found.streamAt, found.streamAt + Number(length));
      const filter = found.value.get("Filter");
      if (found.value.has("DecodeParms") || found.value.has("F")) return null;
      if (filter !== undefined && !(isName(filter) && filter.name === "FlateDecode")) return null;
      const left = mostOfPdf.streamBytes - unpacked;
      const content = filter === undefined ? Buffer.from(packed) : inflated(packed, left);
      unpacked += content?.length ?? 0;
      if (unpacked > mostOfPdf.streamBytes) throw tooLarge();
      return content;
    },
  };
}

function tooLarge(): PdfFault {
  return new PdfFault(`is larger than any of a report: it unpacks to more than ${formatSize(mostOfPdf.streamBytes)}`);
}

function inflated(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, {maxOutputLength: Math.max(1, most)});
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
    return null;
  }
}

/** Where objects stand: one table at the end of the file, and behind it where it begins. */
function readTable(bytes: Buffer): {
  readonly trailer: PdfDictionary;
  readonly offsets: readonly (number | null)[];
  readonly tableAt: number;
} {
  const end = /startxref\n(\d{1,10})\n%%EOF\n?$/.exec(bytes.toString("latin1", Math.max(0, bytes.length - 64)));
  const tableAt = Number(end?.[1] ?? Number.NaN);
  const begin = /^xref\n0 (\d{1,9})\n/.exec(bytes.toString("latin1", tableAt, tableAt + 40));
  const count = Number(begin?.[1] ?? Number.NaN);
  if (!(count > 0)) throw new PdfFault("has no table of its objects, so that it is not one of Broadsheet's");
  if (count > mostOfPdf.objects)
    throw new PdfFault(`is larger than any of a report: more than ${mostOfPdf.objects} objects`);
  const entriesAt = tableAt + begin![0].length;
  const trailerAt = entriesAt + count * 20;
  const added = "was added to after it was written, or is not one of Broadsheet's";
  if (bytes.toString("latin1", trailerAt, trailerAt + 8) !== "trailer\n") throw new PdfFault(added);
  const reader = new PdfReader(bytes, trailerAt + 8, bytes.length - end![0].length);
  const trailer = reader.value();
  if (!isDictionary(trailer) || !reader.isAtEnd()) throw new PdfFault(added);
  if (["Prev", "XRefStm", "Encrypt"].some((key) => trailer.has(key))) throw new PdfFault(added);
  const offsets = Array.from({length: count}, (_, number) => {
    const entry = bytes.toString("latin1", entriesAt + number * 20, entriesAt + number * 20 + 20);
    return /^\d{10} 00000 n(?: \n|\r\n)$/.test(entry) ? Number(entry.slice(0, 10)) : null;
  });
  return {trailer, offsets, tableAt};
}

function readObject(
  bytes: Buffer,
  {at, end, number}: {readonly at: number; readonly end: number; readonly number: number},
): PlacedObject {
  const reader = new PdfReader(bytes, at, end);
  const wrong = (): PdfFault => new PdfFault(`has other things than an object where object ${number} has to be`);
  const isWord = (word: string): boolean => wordOf(reader.next()) === word;
  if (reader.next() !== number || reader.next() !== 0 || !isWord("obj")) throw wrong();
  const value = reader.value();
  const behind = reader.at;
  if (isWord("endobj")) {
    if (!reader.isAtEnd()) throw wrong();
    return {value, streamAt: null};
  }
  reader.at = behind;
  const length = isDictionary(value) ? value.get("Length") : undefined;
  if (!isWord("stream") || bytes[reader.at] !== 10 || typeof length !== "number" || !(length >= 0)) throw wrong();
  const streamAt = reader.at + 1;
  reader.at = streamAt + length;
  if (reader.at > end || !isWord("endstream") || !isWord("endobj") || !reader.isAtEnd()) throw wrong();
  return {value, streamAt};
}
