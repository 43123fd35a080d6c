import {listInputs} from "../../operations/inputs/list.ts";
import {settingsOfReading} from "../../operations/inputs/reading.ts";
import {withCatalogue} from "../../operations/store/open.ts";
import {inputsJson, renderInputs} from "../../render/views/inputs.ts";
import type {Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet inputs`: what was read. */
export const runInputs: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const inputs = await withCatalogue(store, (catalogue) => catalogue.inputs());
  const listed = listInputs(inputs, workspace.config.timeZone, settingsOfReading(workspace));
  environment.stdout.write(format === "json" ? inputsJson(listed) : renderInputs(listed));
  return 0;
};
