import {type Message, message, series} from "../../base/words/message.ts";
import {readingIn} from "../../intake/recorded-reading.ts";
import {queryOrderOf} from "../../methodology/site/query-order.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/**
 * Which of the logs were read before the settings named what of queries tells documents apart? What they say of that is not known of these.
 *
 * @param inputs Those that the report rests on.
 * @returns One sentence; none where all were read with it.
 */
export function queryDoubts(inputs: readonly InputRow[], workspace: Pick<Workspace, "config" | "folder">): Message[] {
  const order = queryOrderOf(workspace);
  if (order === null) return [];
  // What is known of common systems is asked beside the publisher's own, and may grow.
  const wanted = [...order.names, ...order.conditions.filter(({isOfDocument}) => isOfDocument).map(({text}) => text)];
  const missing = inputs.map(({reading}) => {
    const query = readingIn(reading)?.said.query;
    const known = new Set([...(query?.names ?? []), ...(query?.conditions ?? []).map(({text}) => text)]);
    return wanted.filter((text) => !known.has(text) && !known.has(text.split("=", 1)[0]!));
  });
  const lacking = missing.filter((texts) => texts.length > 0);
  if (lacking.length === 0) return [];
  const names = [...new Set(lacking.flat())].sort();
  return [message("doubt-queries", {count: lacking.length, names: series(names)})];
}
