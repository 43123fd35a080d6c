import {createWriteStream, mkdtempSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {ReadableStream as NodeStream} from "node:stream/web";
import type {z} from "zod";
import {makeFolder} from "../../base/make-folder.ts";
import {visible} from "../../base/text.ts";
import {asFullDisk} from "../../base/write-fault.ts";
import {refusal, type ServedFault} from "../fault.ts";
import type {DeskRoute, SentFile} from "./route.ts";

const usualBytes = 65_536;
const mostFields = 5000;

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
export async function readForm(request: Request, route: DeskRoute, folder: string): Promise<SentForm> {
  const {mostBytes = usualBytes, files} = route;
  const type = request.headers.get("content-type") ?? "";
  const most = mostBytes + (files === undefined ? 0 : files.most * files.bytes);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLong();
  if (/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    const fields = new URLSearchParams(await readText(request, mostBytes));
    if (fields.size > mostFields) throw tooLong();
    return {fields, files: [], release: () => {}};
  }
  if (files !== undefined && /^multipart\/form-data\s*;/i.test(type)) return readParts(request, route, files, folder);
  throw refusal("BODY_REFUSED", "the request is no form", {help: "send it from the page itself"});
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
  {mostBytes = usualBytes}: DeskRoute,
  limits: {readonly most: number; readonly bytes: number},
  folder: string,
): Promise<SentForm> {
  const {Busboy} = await import("@fastify/busboy");
  makeFolder(folder, 0o700);
  const own = mkdtempSync(join(folder, "sent-"));
  const release = (): void => rmSync(own, {recursive: true, force: true});
  const fields = new URLSearchParams();
  const files: SentFile[] = [];
  const writing: Promise<void>[] = [];
  let fault: unknown = null;
  const fail = (cause: unknown): void => {
    fault ??= cause;
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
      writing.push(keep(stream, sent.path).then((bytes) => void files.push({...sent, bytes}), fail));
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

/** Writes what comes down, and gives its length. */
async function keep(stream: Readable, path: string): Promise<number> {
  const file = createWriteStream(path, {flags: "wx", mode: 0o600});
  await pipeline(stream, file);
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
export function parsedForm(fields: URLSearchParams, {form, lists = []}: DeskRoute): z.output<DeskRoute["form"]> {
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
