import type {FileState} from "../../../operations/files/state.ts";
import {seenNow} from "../../../operations/review/decide-together.ts";
import {decisionPen} from "../../../operations/review/record.ts";
import type {Desk} from "../desk.ts";
import {stateField} from "../form-state.ts";

/** The blacklist as it is now, for a form to carry. */
export function seenOf(desk: Desk, months: readonly string[]): FileState {
  return seenNow(decisionPen(desk.store(), {by: "", months}));
}

/** The field of a form that says which blacklist its page was made from. */
export const seenField = stateField("it is not the mark of a file");
