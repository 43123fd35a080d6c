import {z} from "zod";
import {type FileState, parseState} from "../../../operations/files/state.ts";
import {seenNow} from "../../../operations/review/decide-together.ts";
import {decisionPen} from "../../../operations/review/record.ts";
import type {Desk} from "../desk.ts";

/** The blacklist as it is now, for a form to carry. */
export function seenOf(desk: Desk, months: readonly string[]): FileState {
  return seenNow(decisionPen(desk.store(), {by: "", months}));
}

/** The field of a form that says which blacklist its page was made from. */
export const seenField = z
  .string()
  .max(80)
  .transform((text, context): FileState => {
    const state = parseState(text);
    if (state !== null) return state;
    context.addIssue({code: "custom", message: "it is not the mark of a file"});
    return z.NEVER;
  });
