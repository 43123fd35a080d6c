import {UserError} from "../../base/error.ts";
import type {Paper} from "../../render/options.ts";
import {type Output, outputs} from "../../render/outputs.ts";
import type {Report} from "../../report/report.ts";

/** How the outputs of an edition are made: whoever makes them again from its report gets the same bytes. */
const editionOptions = {width: 100, color: false, canAsk: false} as const;

/** The name of an output's file in an edition: `report.html`. */
function outputFile({extension}: Pick<Output, "extension">): string {
  return `report${extension}`;
}

/** The files of a report, by their names; in the place of one that cannot be made, why not. */
export type EditionOutputs = ReadonlyMap<string, string | Uint8Array | UserError>;

/** A report in every form but those that are refused, and but a PDF where this machine has nothing that sets one, or no font has a letter of the report's own words. */
export async function editionOutputs(
  report: Report,
  paper: Paper,
  refusedFor: (output: Output) => UserError | null = () => null,
): Promise<EditionOutputs> {
  const made = new Map<string, string | Uint8Array | UserError>();
  for (const output of outputs) {
    const refused = refusedFor(output);
    const content =
      refused ??
      (await editionOutput(output, report, paper).catch((fault: unknown) => {
        if (fault instanceof UserError && fault.code.startsWith("PDF_")) return fault;
        throw fault;
      }));
    made.set(outputFile(output), content);
  }
  return made;
}

/** One form of it. @throws {UserError} PDF_UNAVAILABLE, PDF_GLYPH_MISSING */
export async function editionOutput(output: Output, report: Report, paper: Paper): Promise<string | Uint8Array> {
  const render = await output.load();
  return render(report, {...editionOptions, paper});
}
