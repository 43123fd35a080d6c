import type {Methodology} from "../methodology.ts";
import type {ServerAnswer} from "../rules/rule.ts";
import {isStatusOf} from "../rules/status.ts";

/** What the server did with a request that asked for a document: see `sql/judge/request-whole.sql`. */
export function answerKind({method, status}: ServerAnswer, {rules, methods, statuses}: Methodology): number {
  if (rules.has("not-get") && !methods.includes(method)) return 0;
  if (isStatusOf(status, statuses)) return 1;
  if (status === 404) return 3;
  if (status === 301 || status === 308) return 4;
  return status >= 300 && status < 400 ? 2 : 0;
}
