import {createWriteStream, mkdtempSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {ReadableStream as NodeStream} from "node:stream/web";
import type {z} from "zod";
import {makeFolder} from "../../base/make-folder.ts";
import {visible} from "../../base/text.ts";
import {asFullDisk} from "../../base/write-fault.ts";
import {checkRoom} from "../../workspace/room.ts";
import {refusal, type ServedFault} from "../fault.ts";
import type {FormLimits, SentFile, SentLimits} from "./route.ts";

const usualBytes = 65_536;
const mostFields = 5000;

/** So many bytes come in before the disk is looked at again. */
const betweenChecks = 64_000_000;

/** What was sent, until it is let go. */
export interface SentForm {
  readonly fields: URLSearchParams;
  readonly files: readonly SentFile[];
  /** Takes the files away that nobody has put elsewhere. */
  readonly release: () => void;
}

/**
 * Reads a form as a browser sends it, and puts its files into a folder of their own.
 *
 * @param folder In which the files of a request get a folder, on the workspace's disk.
 * @throws {ServedFault} BODY_REFUSED where it is none, longer than the row takes, or breaks off
 * @throws {UserError} DISK_FULL
 */
export async function readForm(request: Request, route: FormLimits, folder: string): Promise<SentForm> {
  const {mostBytes = usualBytes, files} = route;
  const type = request.headers.get("content-type") ?? "";
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > mostBytes + (files === undefined ? 0 : mostInAll(files)))
    throw await afterAll(request, tooLong(), files === undefined ? mostPassedOver : Number.POSITIVE_INFINITY);
  if (/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    const fields = new URLSearchParams(await readText(request, mostBytes));
    if (fields.size > mostFields) throw tooLong();
    return {fields, files: [], release: () => {}};
  }
  if (files !== undefined && /^multipart\/form-data\s*;/i.test(type)) {
    makeFolder(folder, 0o700);
    try {
      checkRoom(folder, length);
    } catch (full) {
      throw await afterAll(request, full);
    }
    return readParts(request, route, files, folder);
  }
  throw refusal("BODY_REFUSED", "the request is no form", {help: "send it from the page itself"});
}

/** Nobody who takes no files is kept busy by them. */
const mostPassedOver = 16_000_000;

/**
 * The fault, when all was let by: a browser that still sends shows no page, but that the connection broke.
 *
 * @param most Bytes; who sends more has no page for it.
 */
async function afterAll(request: Request, fault: unknown, most = Number.POSITIVE_INFINITY): Promise<unknown> {
  if (request.body === null) return fault;
  try {
    let bytes = 0;
    for await (const {length} of request.body as unknown as NodeStream<Uint8Array>) {
      bytes += length;
      if (bytes > most) break;
    }
  } catch {
    // It has gone.
  }
  return fault;
}

function mostInAll({most, bytes, bytesInAll = most * bytes}: SentLimits): number {
  return bytesInAll;
}

async function readText(request: Request, most: number): Promise<string> {
  if (request.body === null) return "";
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body as unknown as NodeStream<Uint8Array>) {
    bytes += piece.length;
    if (bytes > most) throw tooLong();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

async function readParts(
  request: Request,
  {mostBytes = usualBytes}: FormLimits,
  limits: SentLimits,
  folder: string,
): Promise<SentForm> {
  const {Busboy} = await import("@fastify/busboy");
  const own = mkdtempSync(join(folder, "sent-"));
  const release = (): void => rmSync(own, {recursive: true, force: true});
  const fields = new URLSearchParams();
  const files: SentFile[] = [];
  const writing: Promise<void>[] = [];
  let fault: unknown = null;
  const fail = (cause: unknown): void => {
    fault ??= cause;
  };
  // Whoever does not say how much it is, is stopped where there is no room for more.
  let [sentBytes, checkedBytes] = [0, 0];
  const isToBeKept = ({length}: Uint8Array): boolean => {
    sentBytes += length;
    if (sentBytes > mostInAll(limits)) fail(tooLong());
    if (sentBytes - checkedBytes >= betweenChecks) {
      checkedBytes = sentBytes;
      try {
        checkRoom(folder, betweenChecks);
      } catch (full) {
        fail(full);
      }
    }
    // What comes after a fault is let by.
    return fault === null;
  };
  try {
    const parser = new Busboy({
      headers: {"content-type": request.headers.get("content-type")!},
      limits: {
        ...{fieldNameSize: 200, fieldSize: mostBytes, fields: mostFields, parts: mostFields + limits.most},
        ...{fileSize: limits.bytes, files: limits.most, headerPairs: 20},
      },
    });
    parser.on("field", (name, value, isNameCut, isCut) => {
      if (isNameCut || isCut) fail(tooLong());
      fields.append(name, value);
    });
    parser.on("file", (field, stream, name) => {
      // A field in which no file was chosen is sent without a name.
      if (name === undefined || name === "") return void stream.resume();
      stream.on("limit", () => fail(tooLong()));
      const sent = {field, name: plainName(name), path: join(own, String(writing.length))};
      writing.push(keep(stream, sent.path, isToBeKept).then((bytes) => void files.push({...sent, bytes}), fail));
    });
    for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"]) parser.on(limit, () => fail(tooLong()));
    if (request.body !== null) await pipeline(Readable.fromWeb(request.body as unknown as NodeStream), parser);
    await Promise.all(writing);
  } catch (cause) {
    fail(asFullDisk(cause) ?? brokenOff());
  }
  if (fault === null) return {fields, files, release};
  await Promise.all(writing);
  release();
  throw asFullDisk(fault) ?? fault;
}

/** Writes what comes down, as far as it is to be kept, and gives its length. */
async function keep(stream: Readable, path: string, isToBeKept: (piece: Uint8Array) => boolean): Promise<number> {
  const file = createWriteStream(path, {flags: "wx", mode: 0o600});
  const kept = async function* (pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const piece of pieces) if (isToBeKept(piece)) yield piece;
  };
  await pipeline(stream, kept, file);
  return file.bytesWritten;
}

/** What a file is called, without the path that some browsers send along. */
function plainName(name: string): string {
  return visible(basename(name.replaceAll("\\", "/"))).slice(0, 200);
}

function tooLong(): ServedFault {
  return refusal("BODY_REFUSED", "what was sent is too long", {help: "send less at a time"});
}

function brokenOff(): ServedFault {
  return refusal("BODY_REFUSED", "what was sent breaks off, or is no form", {help: "send it again"});
}

/**
 * The fields of a form, checked against what the row takes.
 *
 * @throws {ServedFault} PARAMETER_REFUSED naming a field that is unknown, stands there twice, or has a value that it cannot take
 */
export function parsedForm(fields: URLSearchParams, {form, lists = []}: FormLimits): z.output<FormLimits["form"]> {
  const known = Object.keys(form.shape);
  const given: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(fields.keys())) {
    if (!known.includes(name)) throw fieldRefused(name, "there is no such field");
    const values = fields.getAll(name);
    if (lists.includes(name)) given[name] = values;
    else if (values.length > 1) throw fieldRefused(name, "it stands there twice");
    // As a browser sends the ends of lines.
    else given[name] = values[0]!.replaceAll("\r\n", "\n");
  }
  const checked = form.safeParse({...given});
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw fieldRefused(String(issue?.path[0] ?? ""), issue?.message ?? "it cannot be taken");
}

function fieldRefused(name: string, what: string): ServedFault {
  const help = "go back, and send it from the page itself";
  return refusal("PARAMETER_REFUSED", what, {where: visible(name).slice(0, 60), help});
}
