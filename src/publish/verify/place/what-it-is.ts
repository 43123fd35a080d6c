import type {UserError} from "../../../base/error.ts";
import {parsedJson} from "../../../base/json.ts";
import {readStart} from "../../../intake/bytes/read.ts";
import {refusedPlace} from "./place.ts";

/** So much of a file tells what it is. */
const lookedAt = 1 << 20;
/** Of a report alone, in whatever form, nobody can tell who made it. */
const noSeal = "nothing says who made it or that it is as it was";
const seal = "name the folder of its edition, a zip of that, or the PDF, which carries its data";

/**
 * The fault of a file that is named and is neither a zip nor a PDF, saying what it seems to be; null for what begins like a zip.
 */
export function otherThanZip(path: string, where: string): UserError | null {
  const head = readStart({path, where}, lookedAt);
  if (head.toString("latin1", 0, 2) === "PK") return null;
  if (head.length === 0) return refusedPlace("the file is empty", where, seal);
  if (head.toString("latin1", 1, 4) === "PNG") return refusedPlace(`it is a picture: ${noSeal}`, where, seal);
  const text = head.toString("utf8");
  const json = parsedJson(text) as {readonly measures?: unknown} | null | undefined;
  const isReport =
    (typeof json === "object" && json?.measures !== undefined) || /^\s*\{[\s\S]{0,400}"publication"/.test(text);
  if (isReport) return refusedPlace(`it is the report.json of an edition by itself: ${noSeal}`, where, seal);
  if (/<html/i.test(text.slice(0, 2000))) return refusedPlace(`it is a page by itself: ${noSeal}`, where, seal);
  if (!/\0/.test(text.slice(0, 2000))) return refusedPlace(`it is a text by itself: ${noSeal}`, where, seal);
  return refusedPlace("it is neither a zip nor a PDF", where, seal);
}
