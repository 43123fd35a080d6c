import type {UserError} from "../base/error.ts";

/** Why nothing could be read of a file. */
export const unreadReasons = [
  "breaks-off",
  "damaged",
  "denied",
  "too-large",
  "no-log",
  "mostly-unread",
  "encrypted",
  "unreadable",
] as const;

/** See {@link unreadReasons}. */
export type UnreadReason = (typeof unreadReasons)[number];

/** What a message about a file says, where its code does not say it alone. */
const byText: readonly (readonly [RegExp, UnreadReason])[] = [
  [/breaks off/, "breaks-off"],
  [/is damaged/, "damaged"],
  [/may not be read/, "denied"],
  [/is encrypted/, "encrypted"],
];

/** Why nothing could be read of a file with this fault; null where the fault is that there is no file. */
export function unreadReasonOf({code, message}: UserError): UnreadReason | null {
  if (code === "INPUT_MISSING") return null;
  if (code === "INPUT_TOO_LARGE") return "too-large";
  if (code === "INPUT_NOT_A_LOG") return "no-log";
  if (code === "INPUT_MOSTLY_UNREAD") return "mostly-unread";
  return byText.find(([text]) => text.test(message))?.[1] ?? "unreadable";
}
