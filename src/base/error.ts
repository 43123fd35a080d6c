import {type Advice, type Help, helpText} from "./advice.ts";

/**
 * Every fault a person can repair, by its code: how the process ends and what the code means.
 *
 * Exit statuses: 2 wrong command, 3 input refused, 4 engine unreachable, 130 stopped by a person. (0 is done, 1 is a bug.)
 *
 * @source docs/errors.md
 */
export const errorCodes = {
  COMMAND_UNKNOWN: {exit: 2, means: "the command or option does not exist"},
  COMMAND_INCOMPLETE: {exit: 2, means: "the command lacks something it needs, or has a value it cannot take"},
  PERIOD_UNREADABLE: {exit: 2, means: "the period or date is not written in a form Broadsheet reads"},
  CONFIG_UNREADABLE: {exit: 3, means: "broadsheet.yaml is not YAML"},
  CONFIG_REFUSED: {exit: 3, means: "broadsheet.yaml says something that is not allowed"},
  BLACKLIST_REFUSED: {exit: 3, means: "a row of the blacklist cannot be used"},
  NETWORK_TOO_WIDE: {exit: 3, means: "a listed network removes more than a tenth of a month's readers"},
  DECISIONS_REFUSED: {exit: 3, means: "a row of a file of decisions cannot be used"},
  CLIENTS_UNDECIDED: {exit: 3, means: "clients of a month that is to be closed are undecided"},
  ROBOT_LIST_REFUSED: {exit: 3, means: "a list of robots is missing, is none, or has an entry that cannot be used"},
  DEPARTMENTS_REFUSED: {exit: 3, means: "a row of the table of departments cannot be used"},
  ALIASES_REFUSED: {exit: 3, means: "a row of the table of aliases cannot be used"},
  TITLES_REFUSED: {exit: 3, means: "a row of the table of titles cannot be used"},
  EPISODES_REFUSED: {exit: 3, means: "a row of the table of episodes cannot be used"},
  LEDGER_REFUSED: {exit: 3, means: "a row of a book in the ledger cannot be used"},
  LEDGER_IMPOSSIBLE: {exit: 3, means: "figures in the ledger contradict each other"},
  COMMENTARY_REFUSED: {exit: 3, means: "a commentary cannot be used, or names a figure that there is not"},
  IMPORT_REFUSED: {exit: 3, means: "a file that was to be added to the ledger cannot be read, or fits no book"},
  PLACES_REFUSED: {exit: 3, means: "a database of places is missing or is not one"},
  WORKSPACE_MISSING: {exit: 3, means: "there is no workspace here"},
  WORKSPACE_EXISTS: {exit: 3, means: "there is a workspace here already"},
  WORKSPACE_NEWER: {exit: 3, means: "the workspace was written by a newer Broadsheet"},
  WORKSPACE_DAMAGED: {exit: 3, means: "a file of the workspace is missing or is not what it was"},
  WORKSPACE_DENIED: {exit: 3, means: "a file of the workspace may not be written"},
  WORKSPACE_EXPOSED: {exit: 3, means: "others may read the key, or write in the store"},
  WORKSPACE_BUSY: {exit: 3, means: "another ingest holds the workspace"},
  BACKUP_REFUSED: {exit: 3, means: "what was named is no backup of a workspace, or not what was backed up"},
  INPUT_MISSING: {exit: 3, means: "a log that was named does not exist, or a folder or pattern holds none"},
  INPUT_UNREADABLE: {exit: 3, means: "a log may not be read, or breaks off"},
  INPUT_UNCLEAR: {exit: 3, means: "which of the addresses in its lines are the readers' has to be said"},
  INPUT_MOSTLY_UNREAD: {exit: 3, means: "more lines of the input could not be read than could"},
  INPUT_NOT_A_LOG: {exit: 3, means: "no line of the input fits a log format"},
  INPUT_UNKNOWN: {exit: 3, means: "no input of that name or hash was read, or several were"},
  FORMAT_UNKNOWN: {exit: 2, means: "the log format named is neither known nor a format string"},
  PERIOD_EMPTY: {exit: 3, means: "no logs were ingested for the period, and no row of the books is of it"},
  PUBLISHED_NONE: {exit: 3, means: "no report of that period was published"},
  PUBLISHED_OTHERWISE: {exit: 3, means: "a report of that period was published, and its figures are others now"},
  PUBLISHED_LATER: {exit: 3, means: "what was published before it is of a later day"},
  PUBLISHING_DOUBTFUL: {exit: 3, means: "what is doubtful in a report has to be accepted before it is published"},
  ANNOUNCED_LATE: {exit: 3, means: "what is announced has its figures already"},
  ANNOUNCED_OTHERWISE: {exit: 3, means: "the same was announced with other rules, or for another day"},
  PUBLISHED_DAMAGED: {exit: 3, means: "a file of what was published is not what it was"},
  KEY_REFUSED: {exit: 3, means: "a key for signing or for checking signatures cannot be used"},
  KEY_MISSING: {exit: 3, means: "the key with which the workspace signs is not in its store"},
  KEYS_REFUSED: {exit: 3, means: "the list of a publisher's keys is not what was signed"},
  SIGNATURE_REFUSED: {exit: 3, means: "a signature cannot be read"},
  SUMS_REFUSED: {exit: 3, means: "a file of sums cannot be read, or names a file outside of its folder"},
  EDITION_REFUSED: {exit: 3, means: "what was named is no edition, or holds what no edition holds"},
  REPORT_REFUSED: {exit: 3, means: "a file of JSON is not a report that this version can read"},
  OUTPUT_REFUSED: {exit: 3, means: "a report or a workspace cannot be written where it was asked for"},
  PDF_GLYPH_MISSING: {exit: 3, means: "a name, a label or the commentary has letters that no font of the PDF has"},
  PDF_UNAVAILABLE: {exit: 3, means: "what sets a PDF is not installed for this machine"},
  PICTURE_UNKNOWN: {exit: 2, means: "the report has no figure and no table of that name"},
  PICTURE_REFUSED: {exit: 3, means: "a figure or a table has nothing to draw, or more than a picture holds"},
  PICTURE_UNAVAILABLE: {exit: 3, means: "what draws PNGs is not installed for this machine"},
  MAIL_REFUSED: {
    exit: 3,
    means: "a message cannot be sent as the settings have it, or the mail server does not take it",
  },
  SERVE_REFUSED: {exit: 3, means: "the archive cannot be served where it was asked to be"},
  PERSON_REFUSED: {exit: 3, means: "a name cannot be somebody's at the desk, or nobody there has it"},
  FORUM_REFUSED: {
    exit: 3,
    means: "a file is no forum that can be taken in, or the forum is not as the command needs it",
  },
  FORUM_LOG_CHANGED: {exit: 3, means: "the moderation log of the forum is not what was written"},
  DESK_LOG_CHANGED: {exit: 3, means: "the log of the desk is not what was written"},
  MEMORY_SHORT: {exit: 3, means: "the engine may not take the memory that a question needs"},
  INPUT_TOO_LARGE: {exit: 3, means: "a packed log holds more than is unpacked without being asked"},
  DISK_FULL: {exit: 3, means: "there is no room left on the disk"},
  MAIL_UNREACHABLE: {exit: 4, means: "the mail server does not answer, or not safely"},
  ENGINE_DENIED: {exit: 4, means: "the engine's server refuses the user, or takes no writes"},
  ENGINE_UNTRUSTED: {exit: 4, means: "the engine's server does not show a certificate that is trusted here"},
  ENGINE_UNPREPARED: {exit: 4, means: "the engine's server is too old, was not set up, or was changed since"},
  ENGINE_OTHER_RULES: {exit: 4, means: "the cluster was set up for another workspace, or for other rules"},
  ENGINE_ANSWER_REFUSED: {exit: 4, means: "the engine's server answers with what it cannot have been told"},
  ENGINE_FAILED: {exit: 4, means: "the engine could not be started or stopped answering"},
  ABORTED: {exit: 130, means: "the work was stopped before it was done"},
} as const satisfies Record<string, {exit: 2 | 3 | 4 | 130; means: string}>;

/** The code of a fault that a person can repair. */
export type ErrorCode = keyof typeof errorCodes;

/** A value that was passed for the work, by its name in the request: `logFormat`. */
export interface RequestField {
  readonly field: string;
}

/** A fault that a person can repair. Anything else thrown is a bug and keeps its stack. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly code: ErrorCode;
  /** What is wrong; the message says, too, what was left out. */
  readonly found: string;
  /** One thing to try, in the imperative, in words that fit everywhere. */
  readonly help: string;
  /** The same by its name, where each place words it in its own way; else null. */
  readonly advice: Advice | null;
  /** File, line or setting; or the name of the value that was passed. */
  readonly where: string | undefined;
  /** The name of the value that was passed and is at fault; null where it is something else. */
  readonly field: string | null;
  /** What is left out of it, and where it is found; null where it is told whole. */
  readonly more: Advice | null;

  /** @param found What is wrong, with the found value. No full stop. */
  constructor(code: ErrorCode, found: string, help: Help, where?: string | RequestField, more: Advice | null = null) {
    super(more === null ? found : `${found}; ${helpText(more)}`);
    this.code = code;
    this.found = found;
    this.help = helpText(help);
    this.advice = typeof help === "string" ? null : help;
    this.field = typeof where === "object" ? where.field : null;
    this.where = typeof where === "object" ? where.field : where;
    this.more = more;
  }
}
