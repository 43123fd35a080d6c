import type {AdviceId} from "../../base/advice.ts";
import type {ErrorCode} from "../../base/error.ts";
import type {MessageId} from "../../base/words/message.ts";

type After<Start extends string> = MessageId extends infer Id
  ? Id extends `${Start}${infer Rest}`
    ? Rest
    : never
  : never;

/** What a fault means, and what is tried: the names of messages. */
type FaultWords = readonly [means: After<"desk-fault.">, toTry: After<"desk-fault-try.">];

const settings = ["settings", "mend-settings"] as const;
const table = ["table", "mend-file"] as const;
const engine = ["engine", "machine"] as const;

/** Of every code that somebody can meet at the desk: in the language of the desk, before the fault itself is told as it was found, in English. */
const words: {readonly [Code in ErrorCode]?: FaultWords} = {
  ...{COMMAND_UNKNOWN: ["asked", "choose-other"], COMMAND_INCOMPLETE: ["asked", "choose-other"]},
  PERIOD_UNREADABLE: ["period", "choose-other"],
  ...{CONFIG_UNREADABLE: ["settings-unreadable", "mend-settings"], CONFIG_REFUSED: settings},
  ...{BLACKLIST_REFUSED: ["blacklist", "mend-file"], NETWORK_TOO_WIDE: ["network", "mend-file"]},
  ...{DECISIONS_REFUSED: ["decisions", "look"], CLIENTS_UNDECIDED: ["undecided", "decide"]},
  ROBOT_LIST_REFUSED: ["robots", "mend-file"],
  ...{DEPARTMENTS_REFUSED: table, ALIASES_REFUSED: table, TITLES_REFUSED: table},
  EPISODES_REFUSED: table,
  ...{LEDGER_REFUSED: ["book", "mend-book"], LEDGER_IMPOSSIBLE: ["books-contradict", "mend-book"]},
  ...{COMMENTARY_REFUSED: ["commentary", "mend-commentary"], IMPORT_REFUSED: ["import", "choose-other"]},
  PLACES_REFUSED: ["places", "machine"],
  ...{WORKSPACE_MISSING: ["workspace-gone", "machine"], WORKSPACE_NEWER: ["newer", "machine"]},
  ...{WORKSPACE_DAMAGED: ["damaged", "machine"], WORKSPACE_DENIED: ["denied", "machine"]},
  ...{WORKSPACE_EXPOSED: ["exposed", "machine"], WORKSPACE_BUSY: ["busy", "wait"]},
  ...{INPUT_MISSING: ["log-missing", "choose-other"], INPUT_UNREADABLE: ["log-unreadable", "other-log"]},
  ...{INPUT_UNCLEAR: ["log-unclear", "mend-settings"], INPUT_NOT_A_LOG: ["no-log", "other-log"]},
  INPUT_MOSTLY_UNREAD: ["log-mostly-unread", "accept-unreadable"],
  ...{INPUT_UNKNOWN: ["log-unknown", "look"], INPUT_TOO_LARGE: ["log-large", "machine"]},
  FORMAT_UNKNOWN: settings,
  PERIOD_EMPTY: ["empty", "read"],
  ...{PUBLISHED_NONE: ["published-none", "publish"], PUBLISHED_OTHERWISE: ["published-otherwise", "publish"]},
  ...{PUBLISHED_LATER: ["published-later", "publish"], PUBLISHING_DOUBTFUL: ["doubtful", "look"]},
  ...{ANNOUNCED_LATE: ["announced", "publish"], ANNOUNCED_OTHERWISE: ["announced", "publish"]},
  ...{PUBLISHED_DAMAGED: ["published-damaged", "machine"], EDITION_REFUSED: ["published-damaged", "machine"]},
  ...{KEY_REFUSED: ["key", "machine"], KEY_MISSING: ["key", "machine"], KEYS_REFUSED: ["key", "machine"]},
  OUTPUT_REFUSED: ["output", "machine"],
  ...{PDF_GLYPH_MISSING: ["pdf", "machine"], PDF_UNAVAILABLE: ["pdf", "machine"]},
  PERSON_REFUSED: ["person", "choose-other"],
  ...{MEMORY_SHORT: ["memory", "machine"], DISK_FULL: ["disk", "room"]},
  ...{ENGINE_DENIED: engine, ENGINE_UNTRUSTED: engine, ENGINE_UNPREPARED: engine},
  ...{ENGINE_OTHER_RULES: engine, ENGINE_ANSWER_REFUSED: engine, ENGINE_FAILED: engine},
  ABORTED: ["stopped", "look"],
};

const others: FaultWords = ["other", "machine"];

/** What a fault of this code is called at the desk, and what is tried. */
export function wordsOfFault(code: ErrorCode): FaultWords {
  return words[code] ?? others;
}

/** What to try, where the desk has a page for it. What is not here is said in the words that fit everywhere, in English. */
const advised: ReadonlySet<AdviceId> = new Set<After<"desk-advice."> & AdviceId>([
  ...(["read-logs", "name-logs", "decide-or-close", "publish-report"] as const),
  ...(["publish-report-of", "restate-report", "list-inputs"] as const),
]);

/** Has the desk words of its own for something to try? */
export function isAdvised(advice: AdviceId): advice is After<"desk-advice."> & AdviceId {
  return advised.has(advice);
}
