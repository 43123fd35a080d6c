import {allFormats} from "../../intake/formats/all.ts";
import {recordedFields} from "../../intake/formats/describe.ts";
import type {Run} from "../command.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet formats`: the log formats known by name, each with a line that it reads. */
export const runFormats: Run = async (args, environment) => {
  const known = allFormats.map((format) => ({
    name: format.name,
    what: format.what,
    records: [...recordedFields(format)].filter((field) => field !== ""),
    example: format.examples[0].lines.join("\n"),
  }));
  if (formatFromArgs(args) === "json") {
    environment.stdout.write(`${JSON.stringify(known, null, 2)}\n`);
    return 0;
  }
  for (const {name, what, records, example} of known) {
    environment.stdout.write(
      `${name}\n  ${what}\n  records ${records.join(", ")}\n  ${example.replaceAll("\n", "\n  ")}\n\n`,
    );
  }
  environment.stdout.write(
    "Any other: --log-format with the server's LogFormat (Apache) or log_format (nginx) string.\n",
  );
  return 0;
};
