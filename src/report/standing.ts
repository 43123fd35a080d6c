import type {MessageId} from "../base/words/message.ts";

/** What no log can tell, printed with every report. */
export const standingNotes = [
  "standing-computer",
  "standing-address",
  "standing-cache",
  "standing-delivered",
] as const satisfies readonly MessageId[];
