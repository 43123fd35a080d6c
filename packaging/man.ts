import {mkdirSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {readVersion} from "../src/base/version.ts";
import type {Command, Option} from "../src/cli/command.ts";
import {commands} from "../src/cli/commands.ts";
import {everywhere} from "../src/cli/completion/typed-line.ts";
import {bold, entry, escapeRoff, italic, paragraph, verbatim} from "./roff.ts";
import {sourceDate} from "./source-date.ts";

/*
 * The manual: `broadsheet(1)` and a page for each command, from the table of commands that help and the parser read. `npm run build` puts it
 * into dist/man/.
 */

const shown = commands.filter(({isHidden}) => isHidden !== true);

const exits: readonly (readonly [status: string, means: string])[] = [
  ["0", "Done."],
  ["1", "A fault in Broadsheet; its trace is printed, and nothing was counted twice. Of `verify`: something differs."],
  ["2", "The command line is wrong. Of `verify`: something could not be checked."],
  ["3", "An input, a setting or a file was refused."],
  ["4", "The engine could not be started, or cannot be used."],
  ["130, 143", "Interrupted by a person, or by the system."],
];

const files: readonly (readonly [path: string, means: string])[] = [
  ["broadsheet.yaml", "Makes a folder a workspace, and holds its settings: `broadsheet help configuration`."],
  ["logs/", "Access logs, which `broadsheet ingest` reads."],
  ["ledger/", "Books that are kept by hand: `broadsheet help ledger`."],
  ["store/", "What was read. `store/key` belongs to it: `broadsheet help store`."],
  ["published/", "Editions as they were published: `broadsheet help editions`."],
];

const variables: readonly (readonly [name: string, means: string])[] = [
  ["NO_COLOR", "Where it is set, nothing is emphasised."],
  ["XDG_CACHE_HOME", "Where Node keeps what it has compiled; else `~/.cache`."],
];

/** Every page by its file's name, as of a day: `YYYY-MM-DD`. */
export function writeManual(day: string): ReadonlyMap<string, string> {
  const pages = new Map([["broadsheet.1", mainPage(day)]]);
  for (const command of shown) pages.set(`${pageOf(command)}.1`, commandPage(command, day));
  return pages;
}

function pageOf({name}: Command): string {
  return `broadsheet-${name.replaceAll(" ", "-")}`;
}

function head(name: string, day: string, about: string): string {
  const title = `.TH ${name.toUpperCase()} 1 ${day} "Broadsheet ${readVersion()}" "Broadsheet"`;
  return `.\\" Made by npm run build from the table of commands.\n${title}\n.SH NAME\n${escapeRoff(name)} \\-\n${paragraph(about)}`;
}

function mainPage(day: string): string {
  const about = "readership and circulation reports for publishers, from server logs and books kept by hand";
  const also = shown.map((command) => `.BR ${pageOf(command).replaceAll("-", "\\-")} (1)`);
  return [
    head("broadsheet", day, about),
    ".SH SYNOPSIS",
    `${bold("broadsheet")} [${bold("-C")} ${italic("folder")}] ${italic("command")} [${italic("options")}]`,
    ".SH DESCRIPTION",
    paragraph(
      "Broadsheet reads the logs of web servers that a publisher already has, and the books that it keeps, and writes the report of a half year: dated, with notes, and with every request accounted for. `broadsheet quick access.log` needs no set-up; `broadsheet help start` leads from nothing to the report.",
    ),
    ".SH COMMANDS",
    ...shown.map(({name, purpose}) => entry(bold(name), sentence(purpose))),
    ".SH OPTIONS",
    ...optionEntries([...everywhere, {flags: "-V, --version", help: "print the version"}]),
    ...section("EXIT STATUS", exits),
    ...section("FILES", files),
    ...section("ENVIRONMENT", variables),
    ".SH SEE ALSO",
    also.map((line, at) => (at === also.length - 1 ? line : `${line} ,`)).join("\n"),
    "",
  ].join("\n");
}

function commandPage(command: Command, day: string): string {
  const {name, purpose, words, options, examples} = command;
  const takes = words === "" ? "" : ` ${escapeRoff(words)}`;
  return [
    head(pageOf(command), day, purpose),
    ".SH SYNOPSIS",
    `${bold(`broadsheet ${name}`)} [${italic("options")}]${takes}`,
    ".SH DESCRIPTION",
    paragraph(sentence(purpose)),
    ".SH OPTIONS",
    ...optionEntries([...options, ...everywhere]),
    ".SH EXAMPLES",
    verbatim(examples),
    ".SH SEE ALSO",
    ".BR broadsheet (1),",
    paragraph("and `broadsheet help`, which prints the documentation."),
    "",
  ].join("\n");
}

function optionEntries(options: readonly Option[]): string[] {
  return options.map(({flags, help, default: standard}) => {
    const marked = flags
      .split(/(<[^>]+>)/)
      .map((part) =>
        part.startsWith("<")
          ? italic(part.slice(1, -1))
          : part
              .split(/(, | )/)
              .map(boldWord)
              .join(""),
      )
      .join("");
    return entry(marked, `${sentence(help)}${standard === undefined ? "" : ` Default: ${standard}.`}`);
  });
}

function boldWord(part: string): string {
  return part.startsWith("-") ? bold(part) : part;
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  return [`.SH ${title}`, ...rows.map(([name, means]) => entry(bold(name), means))];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? "" : "."}`;
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL("../dist/man/", import.meta.url));
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of writeManual(sourceDate().toISOString().slice(0, 10))) writeFileSync(folder + name, text);
}
