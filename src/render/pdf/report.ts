import {programSha256} from "../../base/program.ts";
import {inGroups, sha256} from "../../base/sha256.ts";
import {renderJson} from "../../report/json/report.ts";
import type {Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import type {Paper} from "../options.ts";
import {compilePdf, loadTypst, type PdfStandard} from "./compile.ts";
import {loadFonts} from "./fonts.ts";
import {layOut, sheets} from "./lay-out.ts";
import {programKeyword} from "./program-keyword.ts";
import {checkOwnWords, settable} from "./settable.ts";
import type {Typesetter} from "./typesetter.ts";

/** What a PDF is made for. */
export interface PdfOptions {
  /** A4 where it is left out. */
  readonly paper?: Paper;
  /** The text of `report.json`; where it is left out, it is made from the report, which gives the same. */
  readonly json?: string;
  /** An archive's copy where it is left out. */
  readonly standard?: PdfStandard;
  /** SHA-256 of the program that the PDF is said to be made by: this one's where it is left out; null where it does not say. */
  readonly program?: string | null;
  /** A thread of its own; this one where it is left out. */
  readonly typesetter?: Pick<Typesetter, "set">;
}

/** Loads what lays a PDF out, and gives back what sets it. */
export async function loadPdf(): Promise<(report: Report, options: PdfOptions) => Promise<Uint8Array>> {
  const fonts = loadFonts();
  return async (report, options) => {
    const {paper = "a4", json = renderJson(report), standard = "a-3a", typesetter = setHere} = options;
    const {program = programSha256()} = options;
    checkOwnWords(report, fonts);
    const keywords = program === null ? [] : [programKeyword(program)];
    const words = wordsOf(report);
    const hash = {
      label: words.t("hash-of-data"),
      groups: inGroups(sha256(json)),
      attached: words.t("attached-data"),
    };
    const document = {...(await layOut(report, sheets[paper])), hash, keywords};
    return typesetter.set({document: settable(document, fonts), json, standard});
  };
}

const setHere: Pick<Typesetter, "set"> = {set: async (task) => compilePdf(await loadTypst(), task)};
