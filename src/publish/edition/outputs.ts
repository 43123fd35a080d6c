import {UserError} from "../../base/error.ts";
import type {Paper} from "../../render/options.ts";
import {type Output, outputs} from "../../render/outputs.ts";
import type {Report} from "../../report/report.ts";

/** How the outputs of an edition are made: whoever makes them again from its report gets the same bytes. */
const editionOptions = {width: 100, color: false, canAsk: false} as const;

/** The name of an output's file in an edition: `report.html`. */
export function outputFile({extension}: Pick<Output, "extension">): string {
  return `report${extension}`;
}

/**
 * A report in every form, by the names of the files.
 *
 * @throws {UserError} PDF_UNAVAILABLE, PDF_GLYPH_MISSING
 */
export async function editionOutputs(report: Report, paper: Paper): Promise<Map<string, string | Uint8Array>> {
  const made = new Map<string, string | Uint8Array>();
  for (const output of outputs) made.set(outputFile(output), await printed(output, report, paper));
  return made;
}

/** The same made again, wherever that is; null for a form that cannot be made on this machine. */
export async function remadeOutputs(report: Report, paper: Paper): Promise<Map<string, string | Uint8Array | null>> {
  const made = new Map<string, string | Uint8Array | null>();
  for (const output of outputs) {
    const content = await printed(output, report, paper).catch((fault: unknown) => {
      if (fault instanceof UserError && fault.code.startsWith("PDF_")) return null;
      throw fault;
    });
    made.set(outputFile(output), content);
  }
  return made;
}

async function printed(output: Output, report: Report, paper: Paper): Promise<string | Uint8Array> {
  const render = await output.load();
  return render(report, {...editionOptions, paper});
}
