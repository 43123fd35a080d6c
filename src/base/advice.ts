/**
 * What to try, where a terminal names a command of its own and a page something to click: by name, in words that fit everywhere.
 * One row each. `src/cli/advice.ts` words all of them for a terminal.
 */
const neutral = {
  "make-workspace": () => "make a workspace there",
  "make-or-name-workspace": () => "make a workspace, or name the folder of one",
  "wait-longer": () => "wait until it is done, or let it be waited for longer",
  "update-catalogue": () => "open the workspace once where it may be written, and copy it again",
  "repair-file": () =>
    "repair the workspace, which reads the file again where its log is there, or bring it back from a backup",
  "name-publication": () => "name it",
  "name-logs": () => "name logs, or set logs in broadsheet.yaml",
  "read-logs": () => "read logs into the workspace",
  "read-log-into-cluster": () => "read the log itself into the cluster",
  "list-inputs": () => "list what was read, and name one as it stands there, or by the first digits of its hash",
  "make-database": () => "make the database, or let the set-up of the servers make it",
  "set-up-servers": () => "set the servers up",
  "name-servers": () => "name the servers in engine, and set them up",
  "restore-table": () => "bring the table back to what it was, as the set-up of the servers makes it",
  "share-rules": () =>
    "make broadsheet.yaml and its lists the same, or set the servers up again to have these on every machine",
  "unpack-first": ({command}: {readonly command: string}) => `unpack it first, as with ${command}`,
  "choose-client": ({first, second}: {readonly first: string; readonly second: string}) =>
    `say where the readers' addresses are, ${first} or ${second}: client in broadsheet.yaml`,
  "name-client-field": ({held}: {readonly held: readonly string[]}) =>
    `its lines hold addresses in ${held.join(", ")}: name one of them as client`,
  "give-format": () => "name an access log, or give its format",
  "accept-unreadable": () =>
    "look what those lines are, and give the format that they have; or say that the others are to count all the same",
  "leave-format-out": ({format}: {readonly format: string}) =>
    `give no format (logFormat in broadsheet.yaml): the lines are ${format}; or give the format string of the server that wrote them`,
  "name-format": ({near}: {readonly near: string | null}) =>
    `${near === null ? "" : `did you mean ${near}? `}give the name of a known format, or the server's LogFormat or log_format string`,
  "write-known-format": () => "let the server write one of the formats that are known",
  "write-what-is-missing": () => "name the access log; if it is one, let the server write what is missing",
  "leave-sheet-out": () => "name no sheet",
  "name-sheet": ({sheet}: {readonly sheet: string}) => `name the sheet ${sheet}`,
  "name-one-sheet": ({sheet}: {readonly sheet: string}) => `name one, such as ${sheet}`,
  "name-book": ({book}: {readonly book: string}) => `name the book, such as ${book}`,
  "call-column-or-name-book": ({call}: {readonly call: string}) => `${call}, or name the right book`,
  "other-ledger-faults": ({count}: {readonly count: number}) =>
    `${count} more ${count === 1 ? "fault" : "faults"} in the ledger`,
  "begin-sheet": () => "begin with the sheet of a review of the period, and fill it in",
  "decide-or-close": ({period}: {readonly period: string}) =>
    `decide about the clients of ${period}, or say that it is to be closed all the same`,
  "publish-report": () => "publish a report",
  "publish-first": ({period}: {readonly period: string}) => `publish the report of ${period} first`,
  "check-mail": () => "check mail.host and mail.port in broadsheet.yaml",
  "begin-archive": () => "publish a report, announce one, or put reports made by hand into published/older",
  "publish-report-of": ({period, known}: {readonly period: string; readonly known: string}) =>
    `name one of ${known}, or publish the report of ${period}`,
  "accept-doubts": () => "mend it, or give a reason for which it is accepted, which the edition then has",
  "give-password": () => "give the password of the key",
  "find-signing-key": () =>
    "bring it back from a backup; where it is lost for good, begin a new one, which says so openly",
  "show-keys": () => "name the line or the number of one of the workspace's keys",
  "rotate-first": () => "take another key first, and say it of this one then",
  "restate-report": ({period}: {readonly period: string}) =>
    `see what moved in the report of ${period}, and correct or revise its figures with a reason`,
  "go-on": () => "do it again: what was done before stays, and is not done twice",
} as const satisfies Readonly<Record<string, (values: never) => string>>;

type Neutral = typeof neutral;

/** The name of something to try. */
export type AdviceId = keyof Neutral;

/** What an advice speaks of, by its name. */
export type AdviceValues<Id extends AdviceId> = Parameters<Neutral[Id]> extends [infer Values] ? Values : null;

/** Something to try, which each place words in its own way. */
export interface Advice<Id extends AdviceId = AdviceId> {
  readonly advice: Id;
  readonly values: AdviceValues<Id>;
}

/** One thing to try: a sentence that is the same everywhere, in the imperative; or one that each place words in its own way. */
export type Help = string | Advice;

/** Something to try by its name, with what it speaks of. */
export function advise<Id extends AdviceId>(advice: Id, ...[values]: Parameters<Neutral[Id]>): Advice<Id> {
  return {advice, values: (values ?? null) as AdviceValues<Id>};
}

/** In words that fit everywhere, in the imperative. */
export function helpText(help: Help): string {
  if (typeof help === "string") return help;
  return (neutral[help.advice] as (values: unknown) => string)(help.values);
}
