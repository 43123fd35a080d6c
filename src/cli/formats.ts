import {recordedFields} from "../intake/format.ts";
import {formats} from "../intake/formats.ts";
import type {Run} from "./command.ts";
import {formatTyped} from "./text-or-json.ts";

/** `broadsheet formats`: the log formats known by name, each with a line that it reads. */
export const runFormats: Run = async (typed, outside) => {
  const known = formats.map((format) => ({
    name: format.name,
    what: format.what,
    records: [...recordedFields(format)],
    example: format.example,
  }));
  if (formatTyped(typed) === "json") {
    outside.stdout.write(`${JSON.stringify(known, null, 2)}\n`);
    return 0;
  }
  for (const {name, what, records, example} of known) {
    outside.stdout.write(`${name}\n  ${what}\n  records ${records.join(", ")}\n  ${example}\n\n`);
  }
  outside.stdout.write("Any other: --log-format with the server's LogFormat (Apache) or log_format (nginx) string.\n");
  return 0;
};
