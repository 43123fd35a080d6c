import {UserError} from "../../../base/error.ts";
import {parsedJson} from "../../../base/json.ts";
import {programSha256} from "../../../base/program.ts";
import {joinAnd, visible} from "../../../base/text.ts";
import {readVersion} from "../../../base/version.ts";
import {type Paper, papers} from "../../../render/options.ts";
import {readPdf} from "../pdf/file.ts";
import {programOf} from "../pdf/pages.ts";
import {PdfFault} from "../pdf/syntax.ts";
import {type FileTree, textOf} from "../place/place.ts";

/** That an edition was made by something else than what verifies it. */
export interface BuildDifference {
  /** In a sentence, with what to take to have the same bytes. */
  readonly excuse: string;
  readonly isOtherProgram: boolean;
}

/** What of the surroundings of a program prints numbers, dates and names. */
const printing = ["icu", "cldr", "unicode", "tz"] as const;

/**
 * Was the edition made by another program than this one, or on another ground? Then its bytes may differ without anybody having changed them.
 *
 * @returns null where it is the same, as far as `buildinfo.json` says.
 */
export function buildDifference(place: FileTree, versions: NodeJS.ProcessVersions): BuildDifference | null {
  const info = infoIn(place);
  if (info === null) return null;
  const version = textAt(info, "broadsheet", "version");
  const isOtherProgram = textAt(info, "broadsheet", "programSha256") !== programSha256();
  const others = printing.flatMap((name) => {
    const [then, now] = [textAt(info, "runtime", name), versions[name]];
    return then === null || then === now ? [] : [`${name} ${then} and not ${now ?? "none"}`];
  });
  if (!isOtherProgram && others.length === 0) return null;
  const program = isOtherProgram
    ? [`Broadsheet ${version ?? "?"}${version === readVersion() ? ", of other files" : ` and not ${readVersion()}`}`]
    : [];
  const excuse = `it was made with ${joinAnd([...program, ...others])}; Broadsheet ${version ?? "of that version"} compares the bytes`;
  return {excuse: visible(excuse), isOtherProgram};
}

/** Which paper are the pages of the edition set for? A4 where `buildinfo.json` does not say. */
export function paperOf(place: FileTree): Paper {
  const named = textAt(infoIn(place), "settings", "paper");
  return papers.find((paper) => paper === named) ?? "a4";
}

/**
 * By which program does `buildinfo.json` say that it was made? null where a PDF of it does not say one: those of older versions do not.
 */
export function programOfEdition(place: FileTree): string | null {
  const pdf = place.files.get("report.pdf");
  const program = textAt(infoIn(place), "broadsheet", "programSha256");
  if (pdf === undefined || program === null || !/^[0-9a-f]{64}$/.test(program)) return null;
  try {
    return programOf(readPdf(pdf.read(), "report.pdf")) === null ? null : program;
  } catch (fault) {
    // What is wrong with the PDF is told where it is compared.
    if (fault instanceof UserError || fault instanceof PdfFault) return program;
    throw fault;
  }
}

function infoIn(place: FileTree): unknown {
  try {
    return parsedJson(textOf(place, "buildinfo.json", "")) ?? null;
  } catch (fault) {
    // That it cannot be read is told where it is compared with the other files.
    if (fault instanceof UserError) return null;
    throw fault;
  }
}

function textAt(info: unknown, ...way: readonly string[]): string | null {
  const found = way.reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : null;
  }, info);
  return typeof found === "string" ? found.slice(0, 100) : null;
}
