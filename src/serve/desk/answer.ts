import type {FormAnswer, FormPage} from "../forms/answer.ts";
import type {ScriptName} from "./script-names.ts";

/** What a row of the desk answers with. */
export type DeskAnswer = FormAnswer<ScriptName>;

/** A page of the desk. */
export type PageAnswer = FormPage<ScriptName>;
