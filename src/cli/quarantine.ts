import {visible} from "../base/text.ts";
import {shownExcerpt} from "../intake/line-shape.ts";
import {refusals} from "../intake/quarantine.ts";
import {printJson} from "../render/print-json.ts";
import type {Run} from "./command.ts";
import {withCatalogue, workspaceTyped} from "./open.ts";
import {formatTyped} from "./text-or-json.ts";

/** `broadsheet quarantine`: the lines that could not be read. */
export const runQuarantine: Run = async (typed, outside) => {
  const format = formatTyped(typed);
  const workspace = workspaceTyped(typed, outside);
  const kept = await withCatalogue(workspace, (catalogue) => catalogue.quarantine());
  const lines = kept.map((one) => ({...one, excerpt: shownExcerpt(one.excerpt)}));
  if (format === "json") {
    outside.stdout.write(printJson(lines));
    return 0;
  }
  if (lines.length === 0) {
    outside.stdout.write("Every line that was read is a request, blank, or a comment.\n");
    return 0;
  }
  for (const {name, line, column, reason, excerpt} of lines) {
    const why = refusals[reason as keyof typeof refusals] ?? reason;
    const shape = excerpt === "" ? "" : `    ${excerpt}\n`;
    outside.stdout.write(`${visible(name)}:${line}:${column}  ${reason}  ${why}\n${shape}`);
  }
  return 0;
};
