import {extname, resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {tableIds} from "../../base/table-ids.ts";
import {visible} from "../../base/text.ts";
import type {ReportScope} from "../../operations/report/request.ts";
import type {Picture, PictureLook} from "../../render/pictures/card.ts";
import type {Report} from "../../report/report.ts";
import {isSet, listOption, type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {writeOutput} from "./write-output.ts";

/** What is lifted out of a report: a picture of a figure or a table, a card of one figure, or a piece of HTML. */
export interface LiftedPart {
  readonly kind: "picture" | "card" | "embed";
  /** Of a measure or a table; null for the figure that the report leads with. */
  readonly id: string | null;
  /** Null for standard output. */
  readonly file: string | null;
  readonly form: ".png" | ".svg" | ".html";
  readonly look: PictureLook;
}

/** Parts that are named with the tables and are none. */
const parts = new Set<string>(["moved", "ledger", "commentary"]);
const drawable = tableIds.filter((id) => !parts.has(id));

const usualWidth = 1200;
const [narrowest, widest] = [300, 4800];

/**
 * Is a part of the report asked for by itself? Undefined where none is.
 *
 * @throws {UserError} COMMAND_INCOMPLETE, COMMAND_UNKNOWN
 */
export function partFromArgs(args: ParsedArgs): LiftedPart | undefined {
  const [id, embedded] = [textOption(args, "picture"), textOption(args, "embed")];
  const isCard = isSet(args, "card");
  const width = textOption(args, "width");
  const isDark = isSet(args, "dark");
  if (id === undefined && !isCard && embedded === undefined) {
    if (width === undefined && !isDark) return undefined;
    const where = isDark ? "--dark" : "--width";
    throw incomplete(
      "it is about a picture, and none was asked for",
      "write it like --picture readers -o readers.png",
      where,
    );
  }
  const [file, ...more] = listOption(args, "output");
  const hasOthers = more.length > 0 || listOption(args, "format").length > 0;
  if (embedded !== undefined) {
    if (hasOthers || id !== undefined || isCard || isDark || width !== undefined)
      throw incomplete(
        "a piece of HTML is all that is made at once",
        "write it like --embed readers -o readers.html",
        "--embed",
      );
    const look = {isDark: false, width: usualWidth};
    return {kind: "embed", id: embedded, file: file ?? null, form: ".html", look};
  }
  const form = [".png" as const, ".svg" as const].find((ending) => ending === extname(file ?? "").toLowerCase());
  if (file === undefined || form === undefined || hasOthers) {
    const help = isCard ? "write it like --card -o card.png" : "write it like --picture readers -o readers.png";
    const where = isCard ? "--card" : "--picture";
    throw incomplete("a picture goes into one file that ends in .png or .svg", help, where);
  }
  return {kind: isCard ? "card" : "picture", id: id ?? null, file, form, look: {isDark, width: widthOf(width)}};
}

function widthOf(given: string | undefined): number {
  if (given === undefined) return usualWidth;
  const width = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (width >= narrowest && width <= widest) return width;
  const what = `a picture is ${narrowest} to ${widest} pixels wide, and "${visible(given)}" was given`;
  throw incomplete(what, "write it like --width 1600", "--width");
}

/** What of the report is worked out for it: the table alone, or the figures without any. */
export function scopeOfPart({kind, id}: LiftedPart, asked: Pick<ReportScope, "compare">): Partial<ReportScope> {
  const tables = drawable.some((one) => one === id) ? id! : kind === "card" ? "ledger,moved" : "ledger";
  // A chart has neither what it is compared with nor ranges.
  if (kind === "picture") return {tables, compare: "none", hasRanges: false};
  return {tables, ...(asked.compare === undefined ? {} : {compare: asked.compare})};
}

/**
 * Makes it, and puts it where it was asked for; of a picture it prints what that shows for those who cannot see it.
 *
 * @throws {UserError} PICTURE_UNKNOWN, PICTURE_REFUSED, PICTURE_UNAVAILABLE, OUTPUT_REFUSED
 */
export async function printPart(
  report: Report,
  part: LiftedPart,
  {cwd, stdout}: Environment,
  {isQuiet}: {readonly isQuiet: boolean},
): Promise<void> {
  const {id, file, form} = part;
  if (part.kind === "embed") {
    const {renderEmbed} = await import("../../render/embed/embed.ts");
    const made = renderEmbed(report, id!, drawable);
    if (file === null) stdout.write(made);
    else writeOutput(resolve(cwd, file), made, file);
    return;
  }
  const picture = await drawn(report, part);
  const made = form === ".svg" ? picture.svg : await (await import("../../render/pictures/png.ts")).renderPng(picture);
  writeOutput(resolve(cwd, file!), made, file!);
  if (!isQuiet) stdout.write(`${visible(picture.alt)}\n`);
}

async function drawn(report: Report, {kind, id, look}: LiftedPart): Promise<Picture> {
  if (kind === "card") return (await import("../../render/pictures/figure-card.ts")).drawFigureCard(report, id, look);
  return (await import("../../render/pictures/picture.ts")).drawPicture(report, id!, {others: drawable, look});
}

function incomplete(what: string, help: string, where: string): UserError {
  return new UserError("COMMAND_INCOMPLETE", what, help, where);
}
