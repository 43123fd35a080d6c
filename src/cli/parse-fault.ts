import type {CommanderError} from "commander";
import {UserError} from "../base/error.ts";
import {nearest} from "../base/nearest.ts";
import {plural} from "../base/text.ts";
import type {Command, Option} from "./command.ts";

/** The words of a command's name: its own, after that of its group where it has one. */
export function commandWords({name}: Command): readonly [first: string, second?: string] {
  const [first = "", second] = name.split(" ");
  return second === undefined ? [first] : [first, second];
}

const restated =
  "run broadsheet correct PERIOD --reason WHY for an error of yours, or broadsheet revise for other rules";

/** What was an option once and is a command of its own now. */
const movedOptions: Readonly<Record<string, string>> = {
  "report --publish": "run broadsheet publish PERIOD, which seals and signs every output",
  "restate --accept": restated,
  "restate --reason": restated,
};

/**
 * What is wrong with the command line, in our words, naming the nearest command or option that exists?
 *
 * @param common The option that every command has.
 */
export function asTypingFault(
  {code, message}: CommanderError,
  args: readonly string[],
  commands: readonly Command[],
  common: Option,
): UserError {
  const {command, group} = namedIn(args, commands);
  const called = ["broadsheet", ...(command ? [command.name] : group ? [group] : [])].join(" ");
  const lists = `run ${called} --help`;
  const orAll = (near: string | null): string =>
    near === null ? "run broadsheet --help" : `write ${near}, or run broadsheet --help`;
  const orLists = (near: string | null): string => (near === null ? lists : `write ${near}, or ${lists}`);
  const word = /'(.*)'/.exec(message)?.[1] ?? "";
  switch (code) {
    case "commander.unknownCommand": {
      const name = group === null ? word : `${group} ${word}`;
      const near = nearestCommand(name, group, commands);
      // A word behind one that is none may be a command's name and mean something else.
      const help = command ? orAll(near) : orLists(near);
      return new UserError("COMMAND_UNKNOWN", `there is no command "${name}"`, help);
    }
    case "commander.unknownOption": {
      const moved = movedOptions[`${command?.name ?? ""} ${word}`];
      if (moved !== undefined) {
        return new UserError("COMMAND_UNKNOWN", `${called} has no option ${word} any more`, moved);
      }
      const near = nearest(word, longNames([common, ...(command?.options ?? [])]));
      return new UserError("COMMAND_UNKNOWN", `${called} has no option ${word}`, orLists(near));
    }
    case "commander.missingArgument": {
      const help = `write it like ${command!.examples[0]}`;
      return new UserError("COMMAND_INCOMPLETE", `${called} lacks its ${word}`, help);
    }
    case "commander.optionMissingArgument":
      return new UserError("COMMAND_INCOMPLETE", `the option ${word} lacks its value`, lists);
    case "commander.excessArguments": {
      const [takes, given] = message.match(/\d+/g) ?? [];
      const words = takes === "0" ? "no word" : plural(Number(takes), "word", "words");
      return new UserError("COMMAND_INCOMPLETE", `${called} takes ${words} and was given ${given}`, lists);
    }
    case "commander.help": {
      if (group === null) return new UserError("COMMAND_INCOMPLETE", "no command was named", lists);
      const names = commands.map(({name}) => name).filter((name) => name.startsWith(`${group} `));
      const help = names.length === 1 ? `write ${names[0]}` : `write one of ${names.join(", ")}`;
      return new UserError("COMMAND_INCOMPLETE", `${called} lacks its second word`, help);
    }
    default:
      return new UserError("COMMAND_INCOMPLETE", message.replace(/^error: /, ""), lists);
  }
}

interface Named {
  readonly command: Command | null;
  /** The first word of commands of two, where the second names none. */
  readonly group: string | null;
}

/** The command or group that the words name, if any; what stands after -C is a folder. */
function namedIn(args: readonly string[], commands: readonly Command[]): Named {
  const words = args.filter((_, index) => !["-C", "--folder"].includes(args[index - 1] ?? ""));
  for (const [place, word] of words.entries()) {
    const two = `${word} ${words[place + 1]}`;
    const command = commands.find(({name}) => name === two) ?? commands.find(({name}) => name === word);
    if (command !== undefined) return {command, group: null};
    if (commands.some((other) => commandWords(other).length === 2 && commandWords(other)[0] === word)) {
      return {command: null, group: word};
    }
  }
  return {command: null, group: null};
}

/** What was probably meant: a command, a group, or a command whose group was left out. */
function nearestCommand(args: string, group: string | null, commands: readonly Command[]): string | null {
  const shown = commands.filter(({isHidden}) => isHidden !== true);
  const within = shown.filter((command) => group === null || commandWords(command)[0] === group);
  const names = within.map(({name}) => name);
  const bySecond = within.filter((command) => commandWords(command)[1] === args);
  if (bySecond.length === 1) return bySecond[0]!.name;
  if (group === null) return nearest(args, [...names, ...within.map((command) => commandWords(command)[0])]);
  const near = nearest(
    args.slice(group.length + 1),
    names.map((name) => name.slice(group.length + 1)),
  );
  return near === null ? null : `${group} ${near}`;
}

function longNames(options: readonly Option[]): string[] {
  return ["--help", "--version", ...options.flatMap(({flags}) => /--[a-z-]+/.exec(flags)?.[0] ?? [])];
}
