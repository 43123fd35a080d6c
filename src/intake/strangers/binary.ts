import {advise, type Help} from "../../base/advice.ts";
/** What a file is that is no log, and what to do. */
export interface Stranger {
  /** With its article: `a picture (PNG)`. */
  readonly what: string;
  /** One thing to try, in the imperative; null where nothing better is known than to name another file. */
  readonly help: Help | null;
}

/** A kind of file, by the bytes that it begins with. */
interface Magic extends Stranger {
  /** In Latin-1, from the first byte on. */
  readonly begins: string;
  readonly at?: number;
}

const unpackFirst = (tool: string): string => `unpack it first, as with ${tool}`;
const pipeFirst = (command: string): Help => advise("unpack-first", {command});

/** Kinds of files that lie beside logs, or that logs are put into. */
const magics: readonly Magic[] = [
  {begins: "\x02\x21\x4c\x18", what: "a file packed with lz4 in its old form", help: pipeFirst("lz4 -dc FILE")},
  {begins: "\x04\x22\x4d\x18", what: "packed twice (lz4 within what was unpacked)", help: pipeFirst("gzip -dc FILE")},
  {begins: "\x1f\x8b", what: "packed twice (gzip within what was unpacked)", help: pipeFirst("gzip -dc FILE")},
  {begins: "BZh", what: "packed twice (bzip2 within what was unpacked)", help: pipeFirst("gzip -dc FILE")},
  {begins: "\xfd7zXZ", what: "packed twice (xz within what was unpacked)", help: pipeFirst("gzip -dc FILE")},
  {begins: "\x28\xb5\x2f\xfd", what: "packed twice (zstd within what was unpacked)", help: pipeFirst("gzip -dc FILE")},
  {begins: "\x1f\x9d", what: "a file packed with compress", help: pipeFirst("zcat FILE")},
  {begins: "\x5d\0\0", what: "a file packed with lzma", help: pipeFirst("xz -dc FILE")},
  {begins: "LZIP", what: "a file packed with lzip", help: pipeFirst("lzip -dc FILE")},
  {begins: "\x89LZO", what: "a file packed with lzop", help: pipeFirst("lzop -dc FILE")},
  {begins: "\xff\x06\0\0sNaPpY", what: "a file packed with snappy", help: "unpack it first"},
  {begins: "7z\xbc\xaf\x27\x1c", what: "a 7z archive", help: unpackFirst("7z x FILE")},
  {begins: "Rar!\x1a\x07", what: "a RAR archive", help: unpackFirst("unrar x FILE")},
  {begins: "!<arch>\n", what: "an archive of ar", help: unpackFirst("ar x FILE")},
  {begins: "070701", what: "an archive of cpio", help: unpackFirst("cpio -id < FILE")},
  {begins: "070707", what: "an archive of cpio", help: unpackFirst("cpio -id < FILE")},
  {begins: "070702", what: "an archive of cpio", help: unpackFirst("cpio -id < FILE")},
  {begins: "MSCF", what: "a cabinet of Windows", help: unpackFirst("cabextract FILE")},
  {
    begins: "LPKSHHRH",
    what: "a journal of systemd",
    help: "write it out with journalctl -o cat --file FILE, and name that",
  },
  {
    begins: "ElfFile\0",
    what: "an event log of Windows",
    help: "name the folder of IIS' own logs (inetpub\\logs\\LogFiles)",
  },
  {begins: "-----BEGIN PGP", what: "an encrypted file (PGP)", help: "decrypt it first, as with gpg -d FILE"},
  {begins: "age-encryption.org/", what: "an encrypted file (age)", help: "decrypt it first, as with age -d FILE"},
  {begins: "PAR1", what: "a Parquet file", help: "write it out as lines of JSON, and name that"},
  {begins: "Obj\x01", what: "an Avro file", help: "write it out as lines of JSON, and name that"},
  {begins: "ORC", what: "an ORC file", help: "write it out as lines of JSON, and name that"},
  {begins: "\xd4\xc3\xb2\xa1", what: "a capture of packets", help: null},
  {begins: "\x0a\x0d\x0d\x0a", what: "a capture of packets", help: null},
  {begins: "SQLite format 3\0", what: "a database of SQLite", help: null},
  {begins: "\x89PNG\r\n", what: "a picture (PNG)", help: null},
  {begins: "\xff\xd8\xff", what: "a picture (JPEG)", help: null},
  {begins: "GIF8", what: "a picture (GIF)", help: null},
  {begins: "WEBP", at: 8, what: "a picture (WebP)", help: null},
  {begins: "ftypavif", at: 4, what: "a picture (AVIF)", help: null},
  {begins: "ftyp", at: 4, what: "a video (MP4)", help: null},
  {begins: "\x1aE\xdf\xa3", what: "a video (Matroska)", help: null},
  {begins: "II*\0", what: "a picture (TIFF)", help: null},
  {begins: "MM\0*", what: "a picture (TIFF)", help: null},
  {begins: "BM", what: "a picture (BMP)", help: null},
  {begins: "\0\0\x01\0", what: "a picture (icon)", help: null},
  {begins: "ID3", what: "a piece of music (MP3)", help: null},
  {begins: "OggS", what: "a piece of music (Ogg)", help: null},
  {begins: "fLaC", what: "a piece of music (FLAC)", help: null},
  {begins: "RIFF", what: "a sound or a video (RIFF)", help: null},
  {begins: "%PDF-", what: "a PDF", help: null},
  {begins: "{\\rtf", what: "a text with layout (RTF)", help: null},
  {begins: "\xd0\xcf\x11\xe0", what: "a document of an older Office", help: null},
  {begins: "\x7fELF", what: "a program", help: null},
  {begins: "MZ", what: "a program of Windows", help: null},
  {begins: "\xca\xfe\xba\xbe", what: "a program", help: null},
  {begins: "wOF", what: "a font", help: null},
];

/** What is the file, by the bytes that it begins with? Null where that is not known. */
export function binaryStranger(head: Buffer): Stranger | null {
  const start = head.toString("latin1", 0, 32);
  const found = magics.find(({begins, at = 0}) => start.startsWith(begins, at) && isSure(begins, head));
  if (found) return {what: found.what, help: found.help};
  // A crash leaves NUL bytes in a log, but no log holds hardly anything else that is a letter.
  const sample = head.subarray(0, 4096);
  const odd = sample.reduce((sum, byte) => sum + Number(byte < 9 || (byte > 13 && byte < 27) || byte === 0x7f), 0);
  return sample.length >= 16 && odd > sample.length / 20 ? {what: "no text", help: null} : null;
}

/** Two letters may begin a text, too: there other bytes that no text has follow. */
function isSure(begins: string, head: Buffer): boolean {
  return begins.length > 2 || /[^\x20-\x7e]/.test(begins) || head.subarray(0, 64).some((byte) => byte < 9);
}
