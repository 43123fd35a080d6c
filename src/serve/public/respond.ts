import {createReadStream, lstatSync} from "node:fs";
import {Readable} from "node:stream";
import {refusal} from "../fault.ts";
import {closedToOthers, headersOfAll, openToAll} from "../guards/headers.ts";
import type {KeptAnswer} from "./kept-answers.ts";
import type {FileAnswer, Redirect} from "./route.ts";

/** For so long nobody asks again whether it has changed. */
const freshSeconds = 60;

/**
 * Sends an answer as it is wanted: packed where that is taken, and not at all where the reader has it.
 *
 * @param further Headers that stand in the place of the usual ones.
 */
export function respond(
  request: Request,
  {answer, bytes, packed, mark}: KeptAnswer,
  status = 200,
  further: Readonly<Record<string, string>> = {},
): Response {
  const isPacked = packed !== null && /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const etag = `"${mark}${isPacked ? "-gz" : ""}"`;
  const {type, policy, isOpen = false, saveAs} = answer;
  const headers: Record<string, string> = {
    ...headersOfAll,
    ...(isOpen ? openToAll : closedToOthers),
    "Content-Security-Policy": policy,
    "Cache-Control": status === 200 ? `public, max-age=${freshSeconds}` : "no-store",
    ...(status === 200 ? {ETag: etag} : {}),
    ...(packed === null ? {} : {Vary: "Accept-Encoding"}),
    ...further,
  };
  if (status === 200 && isHad(request, etag)) return new Response(null, {status: 304, headers});
  const body = isPacked ? packed : bytes;
  Object.assign(headers, {"Content-Type": type, "Content-Length": String(body.length)});
  if (isPacked) headers["Content-Encoding"] = "gzip";
  if (saveAs !== undefined) headers["Content-Disposition"] = `attachment; filename="${saveAs}"`;
  return new Response(request.method === "HEAD" ? null : body, {status, headers});
}

/** Does the reader have it already? Whether it was packed then makes no difference. */
function isHad(request: Request, etag: string): boolean {
  const had = request.headers.get("if-none-match");
  if (had === null) return false;
  const bare = (mark: string): string => mark.trim().replace(/^W\//, "").replace(/-gz"$/, '"');
  return had.trim() === "*" || had.split(",", 50).some((mark) => bare(mark) === bare(etag));
}

/**
 * Sends a large file as it lies on the disk, as fast as the reader takes it.
 *
 * @throws {ServedFault} CHANGED where it is not of the size that was published.
 */
export function sendFile(request: Request, {path, bytes, sha256, type, policy}: FileAnswer): Response {
  const stat = lstatSync(path, {throwIfNoEntry: false});
  if (!stat?.isFile() || stat.size !== bytes) throw refusal("CHANGED", "the file is not what was published");
  const etag = `"${sha256.slice(0, 32)}"`;
  const headers: Record<string, string> = {
    ...headersOfAll,
    ...openToAll,
    "Content-Security-Policy": policy,
    "Cache-Control": `public, max-age=${freshSeconds}`,
    ETag: etag,
  };
  if (isHad(request, etag)) return new Response(null, {status: 304, headers});
  Object.assign(headers, {"Content-Type": type, "Content-Length": String(bytes)});
  if (request.method === "HEAD") return new Response(null, {headers});
  const stream = Readable.toWeb(createReadStream(path, {end: bytes - 1})) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(stream, {headers});
}

/** Leads to where it is. */
export function redirect({to}: Redirect): Response {
  const headers = {...headersOfAll, Location: to, "Cache-Control": `public, max-age=${freshSeconds}`};
  return new Response(null, {status: 301, headers});
}
