import {CommanderError, Command as Parser, Option as ParserOption} from "commander";
import {UserError} from "../base/error.ts";
import type {Command, Option, Typed} from "./command.ts";

/** Which workspace is meant; may stand before the command or after it. */
const folderOption: Option = {
  flags: "-C, --folder <folder>",
  help: "the workspace; else the nearest broadsheet.yaml from here upwards",
};

/** What a command line asks for: a text to print, or a command with what was typed for it. */
export type Parsed = {readonly print: string} | {readonly command: Command; readonly typed: Typed};

/**
 * What does the command line ask for?
 *
 * @throws {UserError} COMMAND_UNKNOWN or COMMAND_INCOMPLETE, naming the nearest that exists.
 */
export function parseTyped(args: readonly string[], commands: readonly Command[], version: string): Parsed {
  let chosen: Parsed | null = null;
  let print = "";
  const program = new Parser("broadsheet")
    .description("Readership reports for publishers, from the server logs they already hold.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help for a command")
    .helpCommand(false)
    .addOption(toParserOption(folderOption))
    .configureHelp({showGlobalOptions: true})
    .exitOverride()
    .configureOutput({writeOut: (text) => (print += text), writeErr: () => {}})
    .addHelpText("after", "\nExamples:\n  broadsheet quick access.log*.gz\n  broadsheet report --help\n");
  for (const command of commands) {
    const parser = program
      .command(command.words ? `${command.name} ${command.words}` : command.name)
      .description(command.purpose)
      .helpOption("-h, --help", "print this help")
      .addHelpText("after", `\nExamples:\n${command.examples.map((example) => `  ${example}\n`).join("")}`)
      .action((...given: unknown[]) => {
        const words = given
          .slice(0, -2)
          .flat()
          .filter((word) => typeof word === "string");
        chosen = {command, typed: {words, options: parser.optsWithGlobals()}};
      });
    for (const option of command.options) parser.addOption(toParserOption(option));
  }
  try {
    program.parse([...args], {from: "user"});
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    if (fault.exitCode === 0) return {print};
    if (args.length === 0) return {print: program.helpInformation()};
    throw toUserError(fault, args);
  }
  return chosen ?? {print: program.helpInformation()};
}

function toParserOption({flags, help, default: standard, isList}: Option): ParserOption {
  const option = new ParserOption(flags, help);
  if (standard !== undefined) option.default(standard);
  if (isList) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  return option;
}

function toUserError({code, message}: CommanderError, args: readonly string[]): UserError {
  const [what = "", ...suggestion] = message.replace(/^error: /, "").split("\n");
  const near = /Did you mean (?:one of )?(.*)\?/.exec(suggestion.join(" "))?.[1];
  const isUnknown = code === "commander.unknownCommand" || code === "commander.unknownOption";
  const command = args.find((word) => /^[a-z]/.test(word));
  const help =
    isUnknown && command && code === "commander.unknownOption" ? `broadsheet ${command} --help` : "broadsheet --help";
  return new UserError(
    isUnknown ? "COMMAND_UNKNOWN" : "COMMAND_INCOMPLETE",
    what,
    near ? `did you mean ${near}?` : `run ${help}`,
  );
}
