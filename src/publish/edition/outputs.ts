import {type Output, outputs} from "../../render/outputs.ts";
import type {Report} from "../../report/report.ts";

/** How the outputs of an edition are made: whoever makes them again from its report gets the same bytes. */
export const editionOptions = {width: 100, color: false, canAsk: false} as const;

/** The name of an output's file in an edition: `report.html`. */
export function outputFile({extension}: Pick<Output, "extension">): string {
  return `report${extension}`;
}

/** A report in every form, by the names of the files. */
export async function editionOutputs(report: Report): Promise<Map<string, string | Uint8Array>> {
  const made = new Map<string, string | Uint8Array>();
  for (const output of outputs) {
    const render = await output.load();
    made.set(outputFile(output), await render(report, editionOptions));
  }
  return made;
}
