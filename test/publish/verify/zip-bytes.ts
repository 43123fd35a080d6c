import {crc32, deflateRawSync} from "node:zlib";

/** A file of a zip, and what its headers say of it: what is left out is as it has to be. */
export interface Zipped {
  readonly name: string;
  readonly text?: string;
  /** The name at the content, where that is another. */
  readonly localName?: string;
  readonly flags?: number;
  readonly localFlags?: number;
  readonly method?: number;
  readonly extra?: Buffer;
  readonly localExtra?: Buffer;
  /** The high half are the rights on Unix. */
  readonly attributes?: number;
  /** Of the file, as both headers say it. */
  readonly bytes?: number;
  readonly localCrc?: number;
  /** The version that a program has to know, and the one at the content where that is another. */
  readonly needed?: number;
  readonly localNeeded?: number;
  /** In which of several files it lies. */
  readonly disk?: number;
  /** Behind what is packed, and counted with it. */
  readonly packedTail?: Buffer;
  /** Before its header, named by nobody. */
  readonly before?: Buffer;
  /** Stands there, and the directory does not name it. */
  readonly isHidden?: boolean;
  /** What stands behind it, where its sizes do. */
  readonly behind?: (crc: number, packed: number, bytes: number) => Buffer;
}

/** What stands around the files. */
export interface Around {
  readonly before?: Buffer;
  readonly beforeDirectory?: Buffer;
  readonly beforeEnd?: Buffer;
  readonly comment?: Buffer;
  readonly after?: Buffer;
  /** How many the end says that there are. */
  readonly count?: number;
}

/** Numbers in a zip: each is written in as many bytes as stand beside it. */
export function little(...numbers: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    numbers.map(([value, bytes]) => {
      const written = Buffer.alloc(bytes);
      written.writeUIntLE(value, 0, bytes);
      return written;
    }),
  );
}

/** A field of a zip's header. */
export function field(id: number, content: Buffer): Buffer {
  return Buffer.concat([little([id, 2], [content.length, 2]), content]);
}

/** A zip that says what no program that packs would. */
export function zipBytes(files: readonly Zipped[], around: Around = {}): Buffer {
  const contents: Buffer[] = [around.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let at = contents[0]!.length;
  for (const file of files) {
    const content = Buffer.from(file.text ?? "");
    const {method = 8, flags = 0, extra = Buffer.alloc(0), before = Buffer.alloc(0)} = file;
    const own = method === 8 ? deflateRawSync(content) : content;
    const packed = Buffer.concat([own, file.packedTail ?? Buffer.alloc(0)]);
    const [crc, name, {bytes = content.length}] = [crc32(content), Buffer.from(file.name), file];
    const {needed = 20, localNeeded = needed, disk = 0} = file;
    const head = (crcSaid: number, version: number, bits: number): Buffer =>
      little([version, 2], [bits, 2], [method, 2], [0, 2], [33, 2], [crcSaid, 4], [packed.length, 4], [bytes, 4]);
    const localName = Buffer.from(file.localName ?? file.name);
    const localExtra = file.localExtra ?? extra;
    const local = Buffer.concat([
      Buffer.concat([Buffer.from("PK\x03\x04"), head(file.localCrc ?? crc, localNeeded, file.localFlags ?? flags)]),
      Buffer.concat([little([localName.length, 2], [localExtra.length, 2]), localName, localExtra, packed]),
      file.behind?.(crc, packed.length, content.length) ?? Buffer.alloc(0),
    ]);
    const attributes = file.attributes ?? (file.name.endsWith("/") ? 0o40755 : 0o100644) * 2 ** 16;
    const lengths = little([name.length, 2], [extra.length, 2], [0, 2], [disk, 2], [0, 2], [attributes, 4]);
    if (!file.isHidden) {
      directory.push(Buffer.from("PK\x01\x02"), little([0x31e, 2]), head(crc, needed, flags));
      directory.push(lengths, little([at + before.length, 4]), name, extra);
    }
    contents.push(before, local);
    at += before.length + local.length;
  }
  const listed = Buffer.concat(directory);
  const count = around.count ?? files.filter(({isHidden}) => !isHidden).length;
  const from = at + (around.beforeDirectory?.length ?? 0);
  const comment = around.comment ?? Buffer.alloc(0);
  const end = little([0, 4], [count, 2], [count, 2], [listed.length, 4], [from, 4], [comment.length, 2]);
  return Buffer.concat([
    ...[...contents, around.beforeDirectory ?? Buffer.alloc(0), listed, around.beforeEnd ?? Buffer.alloc(0)],
    ...[Buffer.from("PK\x05\x06"), end, comment, around.after ?? Buffer.alloc(0)],
  ]);
}
