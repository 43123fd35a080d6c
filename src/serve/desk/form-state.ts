import {z} from "zod";
import {type FileState, parseState, printState} from "../../operations/files/state.ts";
import {html, type Markup} from "../../render/markup/html.ts";

/** The hidden field in which a form carries what its file held when it was made. */
export function stateInput(name: "made" | "seen" | "state", state: FileState): Markup {
  return html`<input type="hidden" name="${name}" value="${printState(state)}">`;
}

/** What such a field holds. @param otherwise What is said of anything else. */
export function stateField(otherwise: string) {
  return z
    .string()
    .max(80)
    .transform((text, context): FileState => {
      const state = parseState(text);
      if (state !== null) return state;
      context.addIssue({code: "custom", message: otherwise});
      return z.NEVER;
    });
}
