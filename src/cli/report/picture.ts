import {extname, resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {tableIds} from "../../base/table-ids.ts";
import {visible} from "../../base/text.ts";
import type {ReportScope} from "../../operations/report/request.ts";
import type {Report} from "../../report/report.ts";
import {listOption, type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {writeOutput} from "./print-report.ts";

/** What is to be drawn, and into which file. */
export interface WantedPicture {
  /** Of a measure or a table. */
  readonly id: string;
  readonly file: string;
  readonly form: ".png" | ".svg";
}

/** Parts that are named with the tables and are none. */
const parts = new Set<string>(["moved", "ledger", "commentary"]);
const drawable = tableIds.filter((id) => !parts.has(id));

/**
 * Is a picture asked for? Undefined where none is.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function pictureFromArgs(args: ParsedArgs): WantedPicture | undefined {
  const id = textOption(args, "picture");
  if (id === undefined) return undefined;
  const [file = "", ...more] = listOption(args, "output");
  const form = [".png" as const, ".svg" as const].find((ending) => ending === extname(file).toLowerCase());
  if (form === undefined || more.length > 0 || listOption(args, "format").length > 0) {
    const help = "write it like --picture readers -o readers.png";
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "a picture goes into one file that ends in .png or .svg",
      help,
      "--picture",
    );
  }
  return {id, file, form};
}

/** What of the report is worked out for the picture: the table alone, or the figures without any. */
export function scopeOfPicture({id}: WantedPicture): Partial<ReportScope> {
  const tables = drawable.some((one) => one === id) ? id : "ledger";
  return {tables, compare: "none", hasRanges: false};
}

/**
 * Draws the picture, and prints what it shows for those who cannot see it.
 *
 * @throws {UserError} PICTURE_UNKNOWN, PICTURE_REFUSED, PICTURE_UNAVAILABLE, OUTPUT_REFUSED
 */
export async function printPicture(
  report: Report,
  {id, file, form}: WantedPicture,
  {cwd, stdout}: Environment,
  {isQuiet}: {readonly isQuiet: boolean},
): Promise<void> {
  const {drawPicture} = await import("../../render/pictures/picture.ts");
  const picture = drawPicture(report, id, drawable);
  const made = form === ".svg" ? picture.svg : await (await import("../../render/pictures/png.ts")).renderPng(picture);
  writeOutput(resolve(cwd, file), made, file);
  if (!isQuiet) stdout.write(`${visible(picture.alt)}\n`);
}
