import {UserError} from "../../base/error.ts";
import type {RenderOptions} from "../../render/options.ts";
import {type Output, outputs, type RenderReport} from "../../render/outputs.ts";
import type {Report} from "../../report/report.ts";

/** How the outputs of an edition are made: whoever makes them again from its report gets the same bytes. */
const editionOptions = {width: 100, color: false, canAsk: false} as const;

/** The name of an output's file in an edition: `report.html`. */
function outputFile({extension}: Pick<Output, "extension">): string {
  return `report${extension}`;
}

/** The files of a report, by their names; in the place of one that cannot be made, why not. */
export type EditionOutputs = ReadonlyMap<string, string | Uint8Array | UserError>;

/** What pages are set for, and by what. */
export type Setting = Pick<RenderOptions, "paper" | "program" | "typesetter">;

/** A report in every form but those that are refused, and but a PDF where this machine has nothing that sets one, or no font has a letter of the report's own words. */
export async function editionOutputs(report: Report, setting: Setting): Promise<EditionOutputs> {
  return whenMade(await beginOutputs(report, setting));
}

/** Forms of a report by their names, of which a typesetter may still be about one. */
export type BegunOutputs = ReadonlyMap<string, Promise<string | Uint8Array | UserError>>;

/** The same, given back as soon as nothing is left to do but for the typesetter. */
export async function beginOutputs(
  report: Report,
  setting: Setting,
  refusedFor: (output: Output) => UserError | null = () => null,
): Promise<BegunOutputs> {
  const begun: [string, Promise<string | Uint8Array | UserError>][] = [];
  // The PDF, the last, is the first to be begun: a thread of its own sets it while the others are made.
  for (const output of outputs.filter(({isWorkingCopy}) => !isWorkingCopy).toReversed()) {
    const made = refusedFor(output) ?? editionOutput(await output.load(), report, setting);
    const content = Promise.resolve(made).catch(toldOfPdf);
    // What fails before anybody waits for it is thrown once somebody does.
    content.catch(() => {});
    begun.push([outputFile(output), content]);
  }
  return new Map(begun.toReversed());
}

/** All of them, once they are there. */
export async function whenMade(begun: BegunOutputs): Promise<EditionOutputs> {
  return new Map(await Promise.all([...begun].map(async ([file, content]) => [file, await content] as const)));
}

function toldOfPdf(fault: unknown): UserError {
  if (fault instanceof UserError && fault.code.startsWith("PDF_")) return fault;
  throw fault;
}

/** One form of it. @throws {UserError} PDF_UNAVAILABLE, PDF_GLYPH_MISSING */
export async function editionOutput(
  render: RenderReport,
  report: Report,
  setting: Setting,
): Promise<string | Uint8Array> {
  return render(report, {...editionOptions, ...setting});
}
