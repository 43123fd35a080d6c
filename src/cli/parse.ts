import {CommanderError, Command as Parser, Option as ParserOption} from "commander";
import type {Command, Option, ParsedArgs} from "./command.ts";
import {asTypingFault, commandWords} from "./parse-fault.ts";

/** Which workspace is meant; may stand before the command or after it. */
const folderOption: Option = {
  flags: "-C, --folder <folder>",
  help: "the workspace; else the nearest broadsheet.yaml from here upwards",
};

/** What a command line asks for: a text to print, or a command with what was typed for it. */
export type Parsed = {readonly print: string} | {readonly command: Command; readonly typed: ParsedArgs};

/**
 * What does the command line ask for?
 *
 * @throws {UserError} COMMAND_UNKNOWN or COMMAND_INCOMPLETE, naming the nearest that exists.
 */
export function parseArgs(args: readonly string[], commands: readonly Command[], version: string): Parsed {
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
    .addHelpText(
      "after",
      "\nExamples:\n  broadsheet quick access.log*.gz\n  broadsheet report --help\n  broadsheet help\n",
    );
  const groups = new Map<string, Parser>();
  const parserOf = groupParsers(program, commands, groups);
  for (const command of commands) {
    const name = commandWords(command).at(-1)!;
    const parser = parserOf(command)
      .command(command.words ? `${name} ${command.words}` : name, {hidden: command.isHidden === true})
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
    // One word may be a command by itself, and the first of others: `inputs`, `inputs drop`.
    if (parserOf(command) === program) groups.set(name, parser);
  }
  try {
    // As many other programs have it.
    program.parse(args[0] === "-v" ? ["-V", ...args.slice(1)] : [...args], {from: "user"});
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    if (fault.exitCode === 0) return {print: `${print.trimEnd()}\n`};
    if (args.length === 0) return {print: program.helpInformation()};
    throw asTypingFault(fault, args, commands, folderOption);
  }
  return chosen ?? {print: program.helpInformation()};
}

/** Which parser takes a command: the program's own or, where its name has two words, that of the first of them. */
function groupParsers(
  program: Parser,
  commands: readonly Command[],
  groups: Map<string, Parser>,
): (command: Command) => Parser {
  return (command) => {
    const [first, second] = commandWords(command);
    if (second === undefined) return program;
    const begun = groups.get(first);
    if (begun !== undefined) return begun;
    const within = commands.map(commandWords).flatMap(([group, word]) => (group === first && word ? [word] : []));
    const group = program
      .command(first)
      .description(`${command.group ?? first}: ${within.join(", ")}`)
      .helpOption("-h, --help", "print this help")
      .helpCommand(false);
    groups.set(first, group);
    return group;
  };
}

function toParserOption({flags, help, default: standard, isList}: Option): ParserOption {
  const option = new ParserOption(flags, help);
  if (standard !== undefined) option.default(standard);
  if (isList) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  return option;
}
