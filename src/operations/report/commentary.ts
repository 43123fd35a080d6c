import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {type Period, parsePeriod} from "../../base/period.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {PeriodFigures} from "../../measures/measure-period.ts";
import {type CommentaryDraft, refusedCommentary} from "../../report/commentary/draft.ts";
import type {KnownFigure} from "../../report/commentary/fill-commentary.ts";
import type {Commentary} from "../../report/commentary/prose.ts";
import {readCommentary} from "../../report/commentary/read-commentary.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {decodeText} from "../../workspace/text-file.ts";
import type {ReportScope} from "./request.ts";

/** Where the commentaries of a workspace are. */
const commentaryFolder = "commentary";

/**
 * What the publisher wrote about a period: `commentary/2005-H2.md`, or a name that says the same months; or what is written in its place.
 *
 * @returns null where there is none.
 * @throws {UserError} COMMENTARY_REFUSED
 */
export function draftFor(
  folder: string,
  period: Period,
  {commentary}: Pick<ReportScope, "commentary"> = {},
): CommentaryDraft | null {
  if (commentary !== undefined) return readCommentary(commentary.text, commentary.name);
  const name = commentaryFileOf(folder, period);
  if (name === null) return null;
  const bytes = readKeptFile(join(folder, name), {
    code: "COMMENTARY_REFUSED",
    name: "commentary",
    help: "write it as a text of a page or two",
    mostMegabytes: 1,
    where: name,
  });
  const text = decodeText(bytes)?.text ?? null;
  if (text === null) throw refusedCommentary("the file is not text", "save it as UTF-8", name);
  return readCommentary(text, name);
}

/**
 * In which file does the commentary on a period stand?
 *
 * @returns From the workspace; null where there is none.
 * @throws {UserError} COMMENTARY_REFUSED where two speak of the same months, or no folder stands there.
 */
export function commentaryFileOf(folder: string, period: Period): string | null {
  const path = join(folder, commentaryFolder);
  const isThere = existsSync(path);
  if (isThere && !statSync(path).isDirectory()) {
    throw refusedCommentary("something else stands where the folder of commentaries has to be", "move it away", path);
  }
  const files = isThere
    ? readdirSync(path)
        .sort()
        .filter((file) => periodOfFile(file) === period.name)
    : [];
  const [file, other] = files;
  if (file === undefined) return null;
  const name = `${commentaryFolder}/${file}`;
  if (other === undefined) return name;
  throw refusedCommentary(`${other} speaks of the same months`, "keep one of the two", name);
}

/** The commentary with its figures, from logs and books. */
export async function writeCommentary(
  draft: CommentaryDraft,
  measured: PeriodFigures,
  booksOf: (period: Period) => readonly KnownFigure[],
  words: Translator,
): Promise<Commentary> {
  const figuresOf = (period: Period): KnownFigure[] => [
    ...measured.figures.map(({measure: {id, decimals}, spans}): KnownFigure => {
      const {value = null, reason = "not measured"} = spans.get(period.name) ?? {};
      return {id, decimals, value, reason};
    }),
    ...booksOf(period),
  ];
  // Reading Markdown is worth loading only where there is some.
  const {fillCommentary} = await import("../../report/commentary/fill-commentary.ts");
  return fillCommentary(draft, figuresOf, words);
}

function periodOfFile(file: string): string | null {
  const stem = /^(.+)\.md$/i.exec(file)?.[1]?.toUpperCase();
  try {
    return stem === undefined ? null : parsePeriod(stem, "1970-01-01").name;
  } catch {
    // Some other text, such as README.md.
    return null;
  }
}
