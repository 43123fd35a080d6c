import {globSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {writeManual} from "../packaging/man.ts";
import {errorCodes} from "../src/base/error.ts";
import type {Command, Option} from "../src/cli/command.ts";
import {commands} from "../src/cli/commands.ts";
import {allFormats} from "../src/intake/formats/all.ts";
import {recordedFields} from "../src/intake/formats/describe.ts";
import {examplesIn, runExamples, withOutputs} from "./examples.ts";
import {withBooks} from "./ledger-books.ts";
import {writeSettingsSchema} from "./settings-schema.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** `docs/cli.md`: every command and option, from the table that help and the parser read. */
export function writeCliPage(): string {
  const shown = commands.filter(({isHidden}) => isHidden !== true);
  return `# Commands

Made by \`npm run docs\` from \`src/cli/commands.ts\`. \`broadsheet COMMAND --help\` prints the same.

${table(
  ["Command", "What it does"],
  shown.map(({name, purpose}) => [`[\`${name}\`](#${name.replaceAll(" ", "-")})`, cell(purpose)]),
)}

Everywhere: \`-C, --folder <folder>\` names the workspace, before the command or after it; without it the nearest
\`broadsheet.yaml\` from the working folder upwards is meant. \`-h, --help\` prints help, \`-v\`, \`-V\`, \`--version\` or \`version\` the version. \`broadsheet help TOPIC\` prints a page of this documentation,
or the part of one that tells of a measure, a setting or an error.

Results go to standard output, talk to standard error. Exit statuses are in [errors.md](errors.md#exit-status).

${shown.map(writeCommand).join("\n\n")}
`;
}

function writeCommand({name, purpose, words, options, examples}: Command): string {
  return `## ${name}

\`broadsheet ${[name, "[options]", words].filter(Boolean).join(" ")}\`

${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.

${options.length === 0 ? "" : `${optionTable(options)}\n\n`}\`\`\`sh
${examples.join("\n")}
\`\`\``;
}

function optionTable(options: readonly Option[]): string {
  return table(
    ["Option", "What it says", "Default"],
    options.map((option) => [`\`${option.flags}\``, cell(option.help), defaultOf(option)]),
  );
}

function defaultOf({default: standard}: Option): string {
  return standard === undefined ? "" : `\`${standard}\``;
}

/** The table of `docs/errors.md`: every code, how the process ends, what the code means. */
export function writeErrorTable(): string {
  return table(
    ["Code", "Exit", "What it means"],
    Object.entries(errorCodes).map(([code, {exit, means}]) => [
      `[\`${code}\`](#${code.toLowerCase()})`,
      String(exit),
      cell(means),
    ]),
  );
}

const tablePlace = /(?<=<!-- codes -->\n\n)[\s\S]*?(?=\n\n<!-- end of codes -->)/;

/** The page on errors with the table as it should be. */
export function withErrorTable(page: string): string {
  return page.replace(tablePlace, () => writeErrorTable());
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

/** The formats that have names, each with what it tells and an example, as `docs/formats.md` has them. */
export function writeFormats(): string {
  return allFormats
    .map((format) => {
      const [{lines}] = format.examples;
      const fields = [...recordedFields(format)].filter((field) => field !== "").join(", ");
      const what = `${format.what.charAt(0).toUpperCase()}${format.what.slice(1)}`;
      return `### ${format.name}

${what} ([documentation](${format.source})). Tells ${fields}.

\`\`\`text
${lines.join("\n")}
\`\`\``;
    })
    .join("\n\n");
}

const formatsPlace = /(?<=<!-- formats -->\n)[\s\S]*?(?=\n<!-- end of formats -->)/;

/** The page on formats with the list as it should be. */
export function withFormats(page: string): string {
  return page.replace(formatsPlace, () => `\n${writeFormats()}\n`);
}

/** Every page with commands that are run. */
export function pagesWithExamples(): string[] {
  return globSync(["*.md", "docs/**/*.md"], {cwd: root})
    .sort()
    .filter((path) => examplesIn(readFileSync(root + path, "utf8")).length > 0);
}

/** `package.json` with every page of the manual: npm links only those that are named. */
export function withManualPages(description: string): string {
  const pages = [...writeManual("").keys()].map((name) => `dist/man/${name}`);
  return `${JSON.stringify({...JSON.parse(description), man: pages}, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(`${root}package.json`, withManualPages(readFileSync(`${root}package.json`, "utf8")));
  writeFileSync(`${root}docs/cli.md`, writeCliPage());
  const configuration = readFileSync(`${root}docs/configuration.md`, "utf8");
  writeFileSync(`${root}docs/broadsheet.schema.json`, writeSettingsSchema(configuration));
  writeFileSync(`${root}docs/errors.md`, withErrorTable(readFileSync(`${root}docs/errors.md`, "utf8")));
  writeFileSync(`${root}docs/formats.md`, withFormats(readFileSync(`${root}docs/formats.md`, "utf8")));
  writeFileSync(`${root}docs/ledger.md`, withBooks(readFileSync(`${root}docs/ledger.md`, "utf8")));
  for (const path of pagesWithExamples()) {
    const page = readFileSync(root + path, "utf8");
    writeFileSync(root + path, withOutputs(page, await runExamples(examplesIn(page))));
    process.stderr.write(`${path}\n`);
  }
}
