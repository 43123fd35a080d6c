import type {Command, Option} from "../command.ts";
import {type KnownValues, listedKinds, type ValueKind} from "./known-values.ts";
import {longName, optionsHere, readTypedLine, type TypedLine} from "./typed-line.ts";

/** What may stand where the person is. */
export interface Candidates {
  readonly values: readonly Candidate[];
  /** What else may: a file or a folder, of which the shell knows more; or, where more may follow a comma, nothing behind it. */
  readonly rest: "nothing" | "files" | "folders" | "more";
}

/** One word that may be typed, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly means: string;
}

/** What may be typed next? Nothing that is hidden, and no option twice. */
export async function candidatesFor(
  words: readonly string[],
  commands: readonly Command[],
  known: KnownValues,
): Promise<Candidates> {
  const shown = commands.filter(({isHidden}) => isHidden !== true);
  const line = readTypedLine(words, shown);
  const {values, rest} = await allFor(line, shown, known);
  return {values: values.filter(({word}) => word.startsWith(`${line.before}${line.current}`)), rest};
}

async function allFor(line: TypedLine, commands: readonly Command[], known: KnownValues): Promise<Candidates> {
  if (line.isUnknown) return nothing;
  if (line.optionBefore !== null) return optionValues(line.optionBefore, line, known);
  if (line.mayBeOption && line.current.startsWith("-")) return {values: optionNames(line), rest: "nothing"};
  const next = nextWords(line.group, commands);
  if (line.command === null) return {values: next, rest: "nothing"};
  const placeholder = placeholderAt(line.command.words, line.words);
  const own = placeholder === null ? nothing : await wordValues(placeholder, line, commands, known);
  return line.group === null ? own : {values: [...next, ...own.values], rest: own.rest};
}

const nothing: Candidates = {values: [], rest: "nothing"};

function optionNames({command, given}: TypedLine): Candidate[] {
  const open = optionsHere(command).filter((option) => option.isList === true || !given.has(longName(option)));
  const names = open.map((option) => ({word: longName(option), means: option.help}));
  return command === null ? [...names, {word: "--version", means: "print the version"}] : names;
}

/** Commands by their first word, or by the second of one group. */
function nextWords(group: string | null, commands: readonly Command[]): Candidate[] {
  const found = new Map<string, string>();
  for (const {name, purpose, group: about} of commands) {
    const [first, second] = name.split(" ") as [string, string?];
    if (group === null && !found.has(first)) found.set(first, second === undefined ? purpose : (about ?? first));
    else if (group === first && second !== undefined) found.set(second, purpose);
  }
  return [...found].map(([word, means]) => ({word, means}));
}

/** What stands at the place in `<book> <line> [cells...]`; null behind the last. */
function placeholderAt(shown: string, place: number): string | null {
  const all = [...shown.matchAll(/[<[]([a-z-]+)(\.{3})?[\]>]/g)];
  const at = all[place] ?? (all.at(-1)?.[2] === undefined ? undefined : all.at(-1));
  return at?.[1] ?? null;
}

const filesOf: Readonly<Record<string, Candidates["rest"]>> = {
  file: "files",
  files: "files",
  "period-or-files": "files",
  path: "files",
  place: "files",
  list: "files",
  key: "files",
  folder: "folders",
};

async function optionValues(option: Option, line: TypedLine, known: KnownValues): Promise<Candidates> {
  const kind = /<([a-z-]+)>/.exec(option.flags)![1]!;
  const values = option.values ?? (await valuesOfKind(kind, line, known));
  const hasCommas = option.mayBeSeveral === true;
  // In a list, what stands before the last comma stays.
  const listed = hasCommas ? line.current.slice(0, line.current.lastIndexOf(",") + 1) : "";
  const taken = new Set(listed.split(","));
  const words = values
    .filter((value) => !taken.has(value))
    .map((value) => ({word: `${line.before}${listed}${value}`, means: ""}));
  return {values: words, rest: hasCommas ? "more" : (filesOf[kind] ?? "nothing")};
}

async function wordValues(
  placeholder: string,
  line: TypedLine,
  commands: readonly Command[],
  known: KnownValues,
): Promise<Candidates> {
  const values = (await valuesOfKind(placeholder, line, known)).map((word) => ({word, means: ""}));
  const own = placeholder === "topic" ? nextWords(null, commands) : [];
  return {values: [...own, ...values], rest: filesOf[placeholder] ?? "nothing"};
}

async function valuesOfKind(placeholder: string, {folder}: TypedLine, known: KnownValues): Promise<readonly string[]> {
  const kind: ValueKind | undefined = listedKinds[placeholder];
  if (kind === undefined) return [];
  return kind === "periods" ? ["last-month", ...(await known(kind, folder))] : known(kind, folder);
}
