import {listInputs} from "../operations/inputs.ts";
import {inputsJson, renderInputs} from "../render/views/inputs.ts";
import type {Run} from "./command.ts";
import {withCatalogue, workspaceTyped} from "./open.ts";
import {formatTyped} from "./text-or-json.ts";

/** `broadsheet inputs`: what was read. */
export const runInputs: Run = async (typed, outside) => {
  const format = formatTyped(typed);
  const workspace = workspaceTyped(typed, outside);
  const inputs = await withCatalogue(workspace, (catalogue) => catalogue.inputs());
  const listed = listInputs(inputs, workspace.config.timeZone);
  outside.stdout.write(format === "json" ? inputsJson(listed) : renderInputs(listed));
  return 0;
};
