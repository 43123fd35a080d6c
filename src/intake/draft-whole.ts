import {countQuarantined} from "../workspace/quarantined.ts";
import {type Head, PassingLines} from "./bytes/head.ts";
import type {Scan} from "./bytes/read.ts";
import type {InputContext} from "./commit.ts";
import {discard} from "./facts/draft.ts";
import type {Draft} from "./facts/draft-types.ts";
import {scanAndDraft} from "./facts/from-file.ts";
import type {ReadingPlan} from "./line/input-lines.ts";
import {judgeClients} from "./line/judge-clients.ts";
import type {UnpackingMeter} from "./packings/limit.ts";
import {planFor} from "./plan-for.ts";
import {isReadAlike} from "./recorded-reading.ts";
import {notALog} from "./strangers/not-a-log.ts";

/**
 * Reads a whole input. What its first lines told of how it is to be read is corrected by what later ones tell, where those are not seen
 * before, and what they told of clients by what all of them tell: then it is read once more.
 *
 * @throws {UserError} INPUT_NOT_A_LOG where no line of it is a request and some should be.
 */
export async function draftWhole(
  head: Head,
  known: Scan | null,
  meter: UnpackingMeter,
  context: InputContext,
): Promise<{plan: ReadingPlan; scan: Scan; draft: Draft}> {
  const passing = head.isSampledThrough ? null : new PassingLines();
  const first = await planFor(head, context.reading);
  const [scan, ofFirst] = await scanAndDraft(head.file, known, meter, {...context, plan: first}, passing);
  const later = passing && (await planFor({...head, sample: [...head.sample, ...passing.lines()]}, context.reading));
  const isOther = later !== null && !isPlannedAlike(first, later, ofFirst);
  if (isOther) discard(ofFirst);
  const plan = isOther ? later : first;
  const draft = isOther ? (await scanAndDraft(head.file, scan, meter, {...context, plan}))[1] : ofFirst;
  if (draft.requests === 0 && countQuarantined(draft.quarantined) > 0) {
    discard(draft);
    throw await notALog(head, {plan, latest: context.latest});
  }
  const judged = {...plan, ...judgeClients(draft.clients, plan)};
  if (isReadAlike(judged, plan)) return {plan, scan, draft};
  discard(draft);
  const [, again] = await scanAndDraft(head.file, scan, meter, {...context, plan: judged});
  return {plan: judged, scan, draft: again};
}

/** Do both plans find the same clients in the same places, and does the first know all formats that lines need? */
function isPlannedAlike(first: ReadingPlan, later: ReadingPlan, draft: Draft): boolean {
  const places = ({order, trusted, client}: ReadingPlan): string => JSON.stringify([order, trusted, client]);
  const isFormatMissing = later.formats.some((name) => !first.formats.includes(name));
  return places(first) === places(later) && !(isFormatMissing && countQuarantined(draft.quarantined) > 0);
}
