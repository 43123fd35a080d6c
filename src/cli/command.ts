import type {Environment} from "./environment.ts";

/** An option of a command, as its help, `docs/cli.md` and the parser read it. */
export interface Option {
  /** As it is typed: `--format <name>` or `-o, --output <file>`. A word in <> is a value it takes. */
  readonly flags: string;
  readonly help: string;
  readonly default?: string;
  /** True when it may be given several times; its value is then a list. */
  readonly isList?: boolean;
  /** The values that it takes, where those are all; completions offer them, and `help` names each. */
  readonly values?: readonly string[];
  /** True when several values may stand in it, with commas. */
  readonly mayBeSeveral?: boolean;
}

/** What was typed: the words and, by option name in camel case, the options. */
export interface ParsedArgs {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
}

/** One thing Broadsheet can be told to do. */
export interface Command {
  /** One word, or two: `ledger check` is one of the commands of `ledger`. */
  readonly name: string;
  /** What the commands are about that share its first word; the first of them says it. */
  readonly group?: string;
  /** One line. */
  readonly purpose: string;
  /** How its words are shown: `[period]`, `<files...>`; "" when it takes none. */
  readonly words: string;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** True for what programs call and no person: no list has it. */
  readonly isHidden?: boolean;
  /** Loads what the command needs, which help does not. */
  readonly load: () => Promise<Run>;
}

/**
 * Carries a command out.
 *
 * @returns The exit status: 0, or 3 where some input was refused and the rest was not.
 * @throws {UserError}
 */
export type Run = (args: ParsedArgs, environment: Environment) => Promise<number>;

/** The option's value where it takes one and it was typed or has a default. */
export function textOption({options}: ParsedArgs, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** All values of an option that may be given several times. */
export function listOption({options}: ParsedArgs, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** Was the option typed? */
export function isSet({options}: ParsedArgs, name: string): boolean {
  return options[name] === true;
}
