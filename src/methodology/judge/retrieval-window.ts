import {isRetrieving} from "../media/retrieved.ts";
import type {JudgeInput} from "./input.ts";

/** Requests of one client for one file within so many seconds of the first of them are one retrieval. */
export const windowSeconds = 86_400;

/** Is it asked what was taken home? */
export function asksRetrievals({
  methodology,
  withRetrievals = true,
}: Pick<JudgeInput, "methodology" | "withRetrievals">): boolean {
  return withRetrievals && isRetrieving(methodology);
}
