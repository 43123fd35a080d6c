import type {Advice, AdviceId, AdviceValues} from "../base/advice.ts";
import type {UserError} from "../base/error.ts";

/** What to try, as it is done at a terminal. One row for each that has a name. */
const atTerminal: {readonly [Id in AdviceId]: (values: AdviceValues<Id>) => string} = {
  "make-workspace": () => "make a workspace with broadsheet init NAME",
  "make-or-name-workspace": () =>
    "make a workspace with broadsheet init NAME, name one with -C DIR, or use broadsheet quick FILE…",
  "wait-longer": () => "wait until it is done, or pass --wait with more seconds",
  "update-catalogue": () => "run broadsheet quarantine once where the workspace may be written, and copy it again",
  "repair-file": () =>
    "run broadsheet repair, which reads it again where its log is there, or bring it back from a backup",
  "name-publication": () => "name it, or leave the option out",
  "name-logs": () => "run broadsheet ingest FILE…, or set logs in broadsheet.yaml",
  "read-logs": () => "run broadsheet ingest FILE…",
  "read-log-into-cluster": () => "read the log itself into the cluster with broadsheet ingest",
  "list-inputs": () =>
    "list what was read with broadsheet inputs, and name one as it stands there, or by the first digits of its hash",
  "make-database": () => "make the database, or let broadsheet engine setup make it",
  "set-up-servers": () => "run broadsheet engine setup",
  "name-servers": () => "name them in engine, and set them up with broadsheet engine setup",
  "restore-table": () => "bring the table back to what it was; broadsheet engine setup --dry-run prints it",
  "share-rules": () =>
    "make broadsheet.yaml and its lists the same, or run broadsheet engine setup to have these on every machine",
  "unpack-first": ({command}) => `unpack it first, as with ${command} | broadsheet quick -`,
  "choose-client": ({first, second}) =>
    `say where the readers' are: --client ${first}, or --client ${second}, or client in broadsheet.yaml`,
  "name-client-field": ({held}) =>
    `its lines hold addresses in ${held.join(", ")}: name one of them, as in --client ${held[0]}`,
  "give-format": () => "name an access log, or give its format with --log-format (broadsheet formats lists them)",
  "leave-format-out": ({format}) =>
    `leave --log-format (logFormat in broadsheet.yaml) out: the lines are ${format}; or give the format string of the server that wrote them`,
  "name-format": ({near}) =>
    `${near === null ? "" : `did you mean ${near}? `}broadsheet formats lists the names; or give the server's LogFormat or log_format string`,
  "write-known-format": () => "let the server write one of the formats that broadsheet formats lists",
  "write-what-is-missing": () =>
    "name the access log; if it is one, let the server write what is missing (broadsheet formats has an example of each)",
  "leave-sheet-out": () => "leave --sheet out",
  "name-sheet": ({sheet}) => `write --sheet ${sheet}`,
  "name-one-sheet": ({sheet}) => `name one: --sheet ${sheet}`,
  "name-book": ({book}) => `name the book: --book ${book}`,
  "call-column-or-name-book": ({call}) => `${call}, or name the right book with --book`,
  "other-ledger-faults": ({count}) =>
    `${count} more ${count === 1 ? "fault" : "faults"}: broadsheet ledger check lists ${count === 1 ? "both" : "them"}`,
  "begin-sheet": () => "begin with broadsheet review PERIOD --format csv > decisions.csv, and fill it in",
  "decide-or-close": ({period}) => `decide with broadsheet review ${period}, or close it all the same with --undecided`,
  "publish-report": () => "publish one with broadsheet publish PERIOD",
  "publish-first": ({period}) => `publish it first: broadsheet publish ${period}`,
  "check-mail": () =>
    "check mail.host and mail.port in broadsheet.yaml, or write the message into a file with --eml FILE",
  "begin-archive": () =>
    "read logs with broadsheet ingest and publish a report with broadsheet publish PERIOD, announce one with broadsheet announce PERIOD, or put reports made by hand into published/older/PERIOD",
  "publish-report-of": ({period, known}) => `name one of ${known}, or publish it with broadsheet publish ${period}`,
  "accept-unreadable": () =>
    "look what those lines are, and give their format with --log-format; --accept-unreadable counts the others all the same",
  "accept-doubts": () => "mend it, or pass --accept REASON, which the edition then has",
  "give-password": () =>
    "name a file that begins with it with --password-file, or run it on a terminal, which asks for it",
  "find-signing-key": () =>
    "bring it back from a backup; where it is lost for good, run broadsheet key rotate --lost, which says so openly",
  "show-keys": () => "name the line or the number of one that broadsheet key show prints",
  "rotate-first": () =>
    "take another key first with broadsheet key rotate (--lost where this one is gone), and run the same again then",
  "restate-report": ({period}) =>
    `see what moved with broadsheet restate ${period}, then run broadsheet correct ${period} --reason WHY (an error of yours) or revise (other rules, late logs)`,
  "go-on": () => "run the same command again: what was done before stays, and is not done twice",
};

/** One thing to try at a terminal. */
export function helpOf({help, advice}: Pick<UserError, "help" | "advice">): string {
  return advice === null ? help : worded(advice);
}

/** What is wrong, as it is told at a terminal. */
export function messageOf({found, more}: UserError): string {
  return more === null ? found : `${found}; ${worded(more)}`;
}

/** Where it is wrong: a value that was passed is an option here. */
export function whereOf({where, field}: UserError): string | undefined {
  return field === null ? where : `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function worded({advice, values}: Advice): string {
  return (atTerminal[advice] as (values: unknown) => string)(values);
}
