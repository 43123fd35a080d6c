import {closeSync, fstatSync, openSync, readSync, statSync} from "node:fs";
import {open, type Reader, type Response} from "maxmind";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {fileKind} from "../../workspace/kept-file.ts";
import {ownerIn, type Place, placeIn} from "./record.ts";

/** An open database of places. */
export interface PlaceDatabase {
  /** Its own name and the day it was made: `GeoLite2-City 2026-06-17`. */
  readonly describe: string;
  /** @throws {UserError} PLACES_REFUSED when it knows no country of such addresses. */
  checkFamily(family: 4 | 6): void;
  /** @param address Of a family that was checked. */
  find(address: string): Place;
}

/** What stands before the part of an mmdb file that describes it, within its last bytes. */
const mark = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1");
const markWithin = 1 << 17;

/** The largest on offer has half a gigabyte; it is held in memory. */
const mostBytes = 2 ** 30;

/** How many networks are looked at to find one with a country; databases of other things have none in any. */
const mostTried = 5000;

/**
 * Opens an mmdb file.
 *
 * @throws {UserError} PLACES_REFUSED when there is none, or it is something else.
 */
export async function openDatabase(path: string): Promise<PlaceDatabase> {
  const reader = await readerOf(path);
  const {ipVersion} = reader.metadata;
  return {
    describe: describe(reader),
    checkFamily(family) {
      if (family === 6 && ipVersion === 4) throw refused("it knows IPv4 addresses only", wrongFamily, path);
      if (hasCountry(reader, family, path)) return;
      throw refused(`it knows no country of any IPv${family} address (${nameOf(reader)})`, wrongKind, path);
    },
    find: (address) => placeIn(trying(() => reader.get(address), path)),
  };
}

/** An open database of the owners of networks. */
export interface OwnerDatabase {
  /** Its own name and the day it was made. */
  readonly describe: string;
  /** Whose network is the address in? `AS64500 Example Net`; null where that is not known. */
  find(address: string): string | null;
}

/**
 * Opens an mmdb file of autonomous systems, as MaxMind, DB-IP, IPinfo and ip-location-db offer them.
 *
 * @throws {UserError} PLACES_REFUSED when there is none, or it is something else.
 */
export async function openOwnerDatabase(path: string): Promise<OwnerDatabase> {
  const reader = await readerOf(path);
  const {ipVersion} = reader.metadata;
  const families = ipVersion === 4 ? ([4] as const) : ([4, 6] as const);
  const isOfOwners = families.some((family) => hasRecord(reader, family, path, (record) => ownerIn(record) !== null));
  if (!isOfOwners) throw refused(`it knows no owner of any network (${nameOf(reader)})`, noOwners, path);
  return {
    describe: describe(reader),
    find(address) {
      if (ipVersion === 4 && address.includes(":")) return null;
      return ownerIn(trying(() => reader.get(address), path));
    },
  };
}

function nameOf({metadata}: Reader<Response>): string {
  return visible(metadata.databaseType);
}

/** Its own name and the day it was made. */
function describe(reader: Reader<Response>): string {
  return `${nameOf(reader)} ${reader.metadata.buildEpoch.toISOString().slice(0, 10)}`;
}

/** What is read of a damaged file leads out of it. */
function trying<T>(read: () => T, path: string): T {
  try {
    return read();
  } catch {
    throw damaged(path);
  }
}

const wrongFamily = "give a database that knows IPv6 addresses, too, or none for them";
const wrongKind = "give a database of countries or cities for that kind of address";
const noOwners = "give a database of autonomous systems (ASN)";
const noDatabase = "give an mmdb file, unpacked, as MaxMind, DB-IP and others offer them";

/** A log or an archive named by mistake may be larger than memory: so only its end is looked at before it is read. */
function checkMark(path: string): void {
  try {
    // A pipe would wait for ever as soon as it is opened.
    const kind = fileKind(statSync(path));
    if (kind !== null) throw refused(`it is ${kind}`, noDatabase, path);
    const file = openSync(path, "r");
    try {
      const {size} = fstatSync(file);
      if (size > mostBytes) throw refused("the file is larger than any database of places", noDatabase, path);
      const end = Buffer.alloc(Math.min(size, markWithin));
      readSync(file, end, 0, end.length, size - end.length);
      if (!end.includes(mark)) throw refused("the file is no database of places", noDatabase, path);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(path, cause as NodeJS.ErrnoException);
  }
}

async function readerOf(path: string): Promise<Reader<Response>> {
  checkMark(path);
  const reader = await open(path).catch(() => null);
  const {nodeCount, ipVersion, databaseType, buildEpoch} = reader?.metadata ?? {};
  const isWhole =
    Number.isInteger(nodeCount) && (ipVersion === 4 || ipVersion === 6) && typeof databaseType === "string";
  if (!reader || !isWhole || !Number.isFinite(buildEpoch?.getTime())) throw damaged(path);
  return reader;
}

/** Does one of the first networks of the family have a country? */
function hasCountry(reader: Reader<Response>, family: 4 | 6, path: string): boolean {
  return hasRecord(reader, family, path, (record) => placeIn(record).country !== null);
}

/** Does one of the first networks of the family have such a record? */
function hasRecord(
  reader: Reader<Response>,
  family: 4 | 6,
  path: string,
  isSuch: (record: unknown) => boolean,
): boolean {
  // Of IPv6, what is given out: below it stands IPv4 in other clothing.
  let [at, end] = family === 4 ? [0n, 1n << 32n] : [2n << 124n, 4n << 124n];
  const bits = family === 4 ? 32 : 128;
  for (let tried = 0; tried < mostTried && at < end; tried++) {
    const [record, prefix] = trying(() => reader.getWithPrefixLength(addressOf(at, family)), path);
    if (isSuch(record)) return true;
    const size = 1n << BigInt(bits - prefix);
    at = (at / size + 1n) * size;
  }
  return false;
}

function addressOf(number: bigint, family: 4 | 6): string {
  const [count, width, radix, joint] = family === 4 ? [4, 8, 10, "."] : [8, 16, 16, ":"];
  return Array.from({length: count}, (_, place) => {
    const shift = BigInt((count - 1 - place) * width);
    return ((number >> shift) & ((1n << BigInt(width)) - 1n)).toString(radix);
  }).join(joint);
}

function unreadable(path: string, {code, message}: NodeJS.ErrnoException): UserError {
  if (code === "ENOENT" || code === "ENOTDIR") return refused("there is no such file", "check the path", path);
  if (code === "EISDIR") return refused("it is a folder", noDatabase, path);
  if (code !== "EACCES" && code !== "EPERM") return refused(`the file cannot be read (${message})`, noDatabase, path);
  return refused("the file may not be read", "run as a user who may read it, or copy it", path);
}

function damaged(path: string): UserError {
  return refused("the database of places is damaged", "fetch it again", path);
}

function refused(what: string, help: string, path: string): UserError {
  return new UserError("PLACES_REFUSED", what, help, visible(path));
}
