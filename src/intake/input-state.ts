import type {InputRow} from "../workspace/catalogue/catalogue.ts";
import {countQuarantined} from "../workspace/quarantined.ts";
import type {Head} from "./bytes/head.ts";
import type {Scan} from "./bytes/read.ts";
import type {InputContext} from "./commit.ts";
import type {Draft} from "./facts/draft-types.ts";
import type {ClientCounts} from "./line/client-counts.ts";
import type {ReadingPlan} from "./line/input-lines.ts";
import {discreetClient, recordReading} from "./recorded-reading.ts";

/** What the catalogue keeps of an input, but for its name. */
export function stateOf(
  scan: Scan,
  draft: Draft,
  head: Head,
  plan: ReadingPlan,
  context: InputContext,
  clients = clientsOf(draft, context),
): Omit<InputRow, "id" | "name"> {
  const {reading: said, bySettings} = context;
  return {
    sha256: scan.sha256,
    bytes: scan.bytes,
    head: head.isOpen ? "" : head.mark,
    isWhole: Number(scan.isWhole),
    format: plan.formats[0] ?? "",
    lines: draft.lines,
    requests: draft.requests,
    quarantined: countQuarantined(draft.quarantined),
    ignored: draft.ignored,
    firstSecond: draft.firstSecond,
    lastSecond: draft.lastSecond,
    reading: recordReading(plan, clients, {said, bySettings, unread: draft.quarantined.cause}, context.workspace.key),
  };
}

/** Whose the requests are, as it is recorded. */
export function clientsOf({clients}: Draft, {workspace: {key}}: InputContext): ClientCounts {
  return {...clients, mostClient: clients.mostClient && discreetClient(clients.mostClient, key)};
}

/** An input that has grown: what was known of it, and what its new lines give. @param state Of the new lines, and of the whole file. */
export function grownState(before: InputRow, state: Omit<InputRow, "id" | "name">): Omit<InputRow, "id"> {
  return {
    ...state,
    name: before.name,
    lines: before.lines + state.lines,
    requests: before.requests + state.requests,
    quarantined: before.quarantined + state.quarantined,
    ignored: before.ignored + state.ignored,
    firstSecond: least(before.firstSecond, state.firstSecond),
    lastSecond: most(before.lastSecond, state.lastSecond),
  };
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
