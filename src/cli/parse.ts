import {CommanderError, Command as Parser, Option as ParserOption} from "commander";
import {UserError} from "../base/error.ts";
import {nearest} from "../base/nearest.ts";
import {plural} from "../base/text.ts";
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
    if (fault.exitCode === 0) return {print: `${print.trimEnd()}\n`};
    if (args.length === 0) return {print: program.helpInformation()};
    throw toUserError(fault, commands, commandIn(args, commands));
  }
  return chosen ?? {print: program.helpInformation()};
}

function toParserOption({flags, help, default: standard, isList}: Option): ParserOption {
  const option = new ParserOption(flags, help);
  if (standard !== undefined) option.default(standard);
  if (isList) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  return option;
}

/** The command that the words name, if any; what stands after -C is a folder. */
function commandIn(args: readonly string[], commands: readonly Command[]): Command | undefined {
  const words = args.filter((_, index) => !["-C", "--folder"].includes(args[index - 1] ?? ""));
  return words.flatMap((word) => commands.find(({name}) => name === word) ?? [])[0];
}

function toUserError({code, message}: CommanderError, commands: readonly Command[], command?: Command): UserError {
  const called = ["broadsheet", command?.name].filter((word) => word !== undefined).join(" ");
  const lists = `run ${called} --help`;
  const word = /'(.*)'/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.unknownCommand": {
      const near = nearest(
        word,
        commands.map(({name}) => name),
      );
      const help = near === null ? lists : `write ${near}, or ${lists}`;
      return new UserError("COMMAND_UNKNOWN", `there is no command "${word}"`, help);
    }
    case "commander.unknownOption": {
      const near = nearest(word, longNames(command));
      const help = near === null ? lists : `write ${near}, or ${lists}`;
      return new UserError("COMMAND_UNKNOWN", `${called} has no option ${word}`, help);
    }
    case "commander.missingArgument":
      return new UserError(
        "COMMAND_INCOMPLETE",
        `${called} lacks its ${word}`,
        `write it like ${command!.examples[0]}`,
      );
    case "commander.optionMissingArgument":
      return new UserError("COMMAND_INCOMPLETE", `the option ${word} lacks its value`, lists);
    case "commander.excessArguments": {
      const [takes, given] = message.match(/\d+/g) ?? [];
      const words = takes === "0" ? "no word" : plural(Number(takes), "word", "words");
      return new UserError("COMMAND_INCOMPLETE", `${called} takes ${words} and was given ${given}`, lists);
    }
    case "commander.help":
      return new UserError("COMMAND_INCOMPLETE", "no command was named", lists);
    default:
      return new UserError("COMMAND_INCOMPLETE", message.replace(/^error: /, ""), lists);
  }
}

function longNames(command: Command | undefined): string[] {
  const flags = [folderOption, ...(command?.options ?? [])].map((option) => option.flags);
  return ["--help", "--version", ...flags.flatMap((text) => /--[a-z-]+/.exec(text)?.[0] ?? [])];
}
