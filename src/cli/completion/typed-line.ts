import type {Command, Option} from "../command.ts";

/** A command line up to where the person is, as far as it can be understood. */
export interface TypedLine {
  /** What is being typed. */
  readonly current: string;
  /** Null where none has been named yet. */
  readonly command: Command | null;
  /** True where a word stands in the place of a command that is none. */
  readonly isUnknown: boolean;
  /** The first word of commands of two, where the second is still to come. */
  readonly group: string | null;
  /** The option whose value is being typed. */
  readonly optionBefore: Option | null;
  /** What stands before that value in the same word, `--format=`; else "". */
  readonly before: string;
  /** How many words the command has been given. */
  readonly words: number;
  /** Long names of the options that were typed. */
  readonly given: ReadonlySet<string>;
  /** False behind `--`. */
  readonly mayBeOption: boolean;
  /** What `-C` names. */
  readonly folder: string | null;
}

/** The options that every command has. */
export const everywhere: readonly Option[] = [
  {flags: "-C, --folder <folder>", help: "the workspace"},
  {flags: "-h, --help", help: "print help"},
];

/**
 * What has been typed so far?
 *
 * @param words Those behind the program's name; the last is the one that is being typed, "" where it has not begun.
 */
export function readTypedLine(words: readonly string[], commands: readonly Command[]): TypedLine {
  const joined = joinEquals(words);
  const current = joined.at(-1) ?? "";
  const named: string[] = [];
  const given = new Set<string>();
  let [command, folder, optionBefore, isBehind] = [null, null, null, false] as [
    Command | null,
    string | null,
    Option | null,
    boolean,
  ];
  let count = 0;
  let isUnknown = false;
  for (const word of joined.slice(0, -1)) {
    if (optionBefore !== null) {
      if (longName(optionBefore) === "--folder") folder = word;
      optionBefore = null;
    } else if (!isBehind && word === "--") isBehind = true;
    else if (!isBehind && /^-./.test(word)) {
      const [name = "", value] = word.split(/=(.*)/s);
      const option = optionsHere(command).find(({flags}) => flags.split(/[ ,]+/).includes(name));
      if (option === undefined) continue;
      given.add(longName(option));
      if (value === undefined && takesValue(option)) optionBefore = option;
    } else {
      const two = commands.find(({name}) => name === [...named, word].join(" "));
      const isGroup = named.length === 0 && commands.some(({name}) => name.startsWith(`${word} `));
      if (two !== undefined && count === 0) command = two;
      else if (command !== null) count += 1;
      else if (!isGroup) isUnknown = true;
      if (two !== undefined || isGroup) named.push(word);
    }
  }
  const [name = "", value] = current.split(/=(.*)/s);
  const inOne = !isBehind && optionBefore === null && value !== undefined ? byName(name, command) : null;
  const isGroup = named.length === 1 && count === 0 && commands.some((other) => other.name.startsWith(`${named[0]} `));
  return {
    current: inOne === null ? current : value!,
    command,
    isUnknown,
    group: isGroup ? named[0]! : null,
    optionBefore: optionBefore ?? inOne,
    before: inOne === null ? "" : `${name}=`,
    words: count,
    given,
    mayBeOption: !isBehind,
    folder,
  };
}

/** Bash takes `--format=json` for three words. */
function joinEquals(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const [at, word] of words.entries()) {
    const isBehind = words[at - 1] === "=" && words[at - 2]?.startsWith("--");
    if ((word === "=" || isBehind) && joined.at(-1)?.startsWith("--")) joined[joined.length - 1] += word;
    else joined.push(word);
  }
  return joined;
}

/** The options that may be typed here. */
export function optionsHere(command: Command | null): readonly Option[] {
  return [...(command?.options ?? []), ...everywhere];
}

/** Its name as it is written out. */
export function longName({flags}: Option): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** Is a value typed behind it? */
export function takesValue({flags}: Option): boolean {
  return flags.includes("<");
}

function byName(name: string, command: Command | null): Option | null {
  return optionsHere(command).find((option) => longName(option) === name && takesValue(option)) ?? null;
}
