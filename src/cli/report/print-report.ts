import {extname, resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {usualCsv} from "../../render/csv/cell.ts";
import type {RenderOptions} from "../../render/options.ts";
import {type Output, outputs} from "../../render/outputs.ts";
import type {Report} from "../../report/report.ts";
import {listOption, type ParsedArgs} from "../command.ts";
import {type Environment, isColored} from "../environment.ts";
import {isFolderName, writeFolder} from "./csv-folder.ts";
import {writeOutput} from "./write-output.ts";

/** One form of the report and where it goes; null is standard output. */
export interface Printing {
  readonly output: Output;
  readonly file: string | null;
}

/**
 * Which forms of the report were asked for, and where do they go?
 *
 * The first file belongs to the first format, and so on; one format may be left for standard output.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function printingsFromArgs(args: ParsedArgs): Printing[] {
  const names = listOption(args, "format");
  const files = listOption(args, "output");
  if (files.includes("")) throw incomplete("-o was given no name", "name a file, or leave -o away");
  if (names.length === 0 && files.length === 0) return [{output: outputNamed("text"), file: null}];
  if (names.length === 0) return files.map((file) => ({output: outputForFile(file), file}));
  if (files.length > names.length) {
    throw incomplete(
      `${plural(files.length, "file was", "files were")} named, and only ${plural(names.length, "format", "formats")}`,
      "put --format before each -o",
    );
  }
  if (names.length > files.length + 1) {
    throw incomplete(
      `${plural(names.length, "format was", "formats were")} named, and only ${plural(files.length, "file", "files")}`,
      "put -o FILE after each --format",
    );
  }
  return names.map((name, index) => ({output: outputNamed(name), file: files[index] ?? null}));
}

/** Begins to load what the printings need, while the engine is still at work on the report. */
export function loadAhead(printings: readonly Printing[]): void {
  // What goes wrong here goes wrong again when the report is printed, and is told there.
  for (const {output} of printings) output.load().catch(() => {});
}

/** Prints the report in each form. A file is there whole or not at all. */
export async function printReport(
  report: Report,
  printings: readonly Printing[],
  environment: Environment,
  about: Pick<RenderOptions, "canAsk" | "paper" | "column" | "csv">,
): Promise<void> {
  for (const {output, file} of printings) {
    if (output.name === "csv" && file !== null && isFolderName(resolve(environment.cwd, file), file)) {
      const {tidyFiles} = await import("../../publish/edition/tidy-files.ts");
      writeFolder(resolve(environment.cwd, file), tidyFiles(report, about.csv ?? usualCsv), file, writeOutput);
      continue;
    }
    const render = await output.load();
    const {stdout} = environment;
    const options = {width: stdout.columns ?? 80, color: file === null && isColored(stdout, environment), ...about};
    const made = await render(report, options);
    if (file === null) stdout.write(made);
    else writeOutput(resolve(environment.cwd, file), made, file);
  }
}

function outputNamed(name: string): Output {
  const output = outputs.find((one) => one.name === name);
  if (output) return output;
  throw incomplete(`there is no format "${name}"`, `name one of ${outputs.map((one) => one.name).join(", ")}`);
}

function outputForFile(file: string): Output {
  const output = outputs.find(({extension}) => extension === extname(file).toLowerCase());
  if (output) return output;
  const endings = outputs.map(({extension}) => extension).join(", ");
  throw incomplete(`the ending of ${file} tells no format`, `give one with --format, or end the name in ${endings}`);
}

function incomplete(what: string, help: string): UserError {
  return new UserError("COMMAND_INCOMPLETE", what, help);
}
