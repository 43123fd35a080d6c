import {crc32, deflateRawSync} from "node:zlib";
import {pack} from "tar-stream";

/** A file of an archive that a test makes. */
export interface MadeMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Of a ZIP: bits of its flags, its method, and its kind on Unix. */
  readonly flags?: number;
  readonly method?: number;
  readonly mode?: number;
}

/** A tar archive of files, and of links where the content begins with `->`. */
export async function tarOf(members: readonly MadeMember[]): Promise<Buffer> {
  const archive = pack();
  for (const {name, content} of members) {
    const target = typeof content === "string" && content.startsWith("->") ? content.slice(2) : null;
    if (target !== null) archive.entry({name, type: "symlink", linkname: target});
    else archive.entry({name}, Buffer.from(content));
  }
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** A ZIP archive, written by the specification's own words and no library. */
export function zipOf(members: readonly MadeMember[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const {name, content, flags = 0, method = 8, mode = 0o100644} of members) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags | 0x800, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const more = Buffer.alloc(14);
    more.writeUInt32LE((mode << 16) >>> 0, 6);
    more.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), shared, more, Buffer.from(name));
    files.push(Buffer.from("PK\x03\x04", "latin1"), shared, Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}
