import {readFileSync} from "node:fs";
import type {Run} from "../command.ts";
import {settingsSchema} from "./settings-schema.ts";

/** `broadsheet schema`: the JSON Schema of `broadsheet.yaml`, as `init` puts it beside one. */
export const runSchema: Run = async (_args, {stdout}) => {
  stdout.write(readFileSync(settingsSchema, "utf8"));
  return 0;
};
