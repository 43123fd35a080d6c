import {join} from "node:path";
import type {InputRow} from "../workspace/catalogue/catalogue.ts";
import {checkFiles} from "../workspace/checked-files.ts";
import {countQuarantined} from "../workspace/quarantined.ts";
import {storedFiles} from "../workspace/stored-files.ts";
import type {Head} from "./bytes/head.ts";
import {type Scan, scanFile} from "./bytes/read.ts";
import {commit, type InputContext, type IntakeContext, type Outcome} from "./commit.ts";
import {discard, draftSpan} from "./facts/draft.ts";
import type {Draft} from "./facts/draft-types.ts";
import {checkLines, scanAndDraft} from "./facts/from-file.ts";
import {isBeginningOf} from "./facts/is-prefix.ts";
import {isKnownFormat} from "./formats/named.ts";
import type {ReadingPlan} from "./line/input-lines.ts";
import {planOf, type ReadingSettings} from "./line/plan.ts";
import {UnpackingMeter} from "./packings/limit.ts";
import {notALog} from "./strangers/not-a-log.ts";

/** A file to be read: where it is and under which name the report lists it. */
export interface Source {
  readonly path: string;
  readonly name: string;
  /** What messages call it. */
  readonly where: string;
  /** What measures how much is unpacked of it; where there is none, it gets one of its own. */
  readonly meter?: UnpackingMeter;
}

/**
 * Reads one input into the workspace, exactly once: lines that were read before, under whatever name and packing, add
 * nothing. Either all of its new lines count afterwards or none.
 *
 * @throws {UserError} INPUT_UNREADABLE, INPUT_NOT_A_LOG or DISK_FULL; nothing of the input counts then.
 */
export async function ingestInput(source: Source, head: Head, given: IntakeContext): Promise<Outcome> {
  const context = {...given, since: given.shared?.place ?? 0};
  const earlier = context.catalogue.inputsWithHead(head.mark);
  const isNamed = (input: InputRow): boolean => input.name === source.name;
  if (earlier.every(isEmpty))
    return addNew(source, head, {scan: null, earlier, before: earlier.find(isNamed)}, context);
  const lengths = earlier.map(({bytes}) => bytes);
  const scan = await scanFile(head.file, lengths, {meter: meterOf(source, context)});
  const same = earlier.find(({bytes, sha256}) => scan.prefixes.get(bytes) === sha256);
  if (same && same.bytes === scan.bytes) return addsNothing(source);
  // Every file continues an empty one; the one of its own name it takes the place of.
  if (!same || isEmpty(same)) {
    return addNew(source, head, {scan, earlier, before: same && isNamed(same) ? same : undefined}, context);
  }
  return addGrown(source, head, scan, same, context);
}

function meterOf({meter, where}: Source, {workspace}: InputContext): UnpackingMeter {
  return meter ?? new UnpackingMeter(workspace.config.unpacking, where);
}

function isEmpty({bytes}: InputRow): boolean {
  return bytes === 0;
}

/** What is known of an input that is to be added: its scan, if there was need of one, and inputs that begin like it. */
interface Known {
  readonly scan: Scan | null;
  readonly earlier: readonly InputRow[];
  readonly before?: InputRow | undefined;
}

async function addNew(source: Source, head: Head, known: Known, context: InputContext): Promise<Outcome> {
  const length = known.scan?.bytes ?? 0;
  const longer = known.earlier.filter(({bytes}) => bytes > length);
  const plan = await planFor(head, context.reading, longer[0]);
  const [scan, draft] = await scanAndDraft(head.file, known.scan, meterOf(source, context), {...context, plan});
  if (scan.bytes === 0 && known.earlier.some(isEmpty)) {
    discard(draft);
    return addsNothing(source);
  }
  if (await isBeginningOfAny(longer, draft, scan, context)) {
    discard(draft);
    return addsNothing(source);
  }
  if (draft.requests === 0 && countQuarantined(draft.quarantined) > 0) {
    discard(draft);
    throw await notALog(head, {plan, latest: context.latest});
  }
  const input = {...stateOf(scan, draft, head, plan), name: source.name};
  return commit(
    {kind: "added", name: source.name, input, draft, order: plan.order, from: 0, before: known.before},
    context,
  );
}

function addsNothing({name}: Source): Outcome {
  return {
    name,
    kind: "known",
    addedLines: 0,
    addedRequests: 0,
    quarantined: {counts: {}, lines: []},
    ignored: 0,
    closedMonths: [],
    passedOver: new Map(),
    clientHeader: null,
  };
}

/**
 * How is the input to be read?
 *
 * @param like An input that it may be the beginning of, or that it continues: what is compared has to be read alike, however few lines
 *   there are to tell it by.
 * @throws {UserError} INPUT_NOT_A_LOG
 */
export async function planFor(head: Head, reading: ReadingSettings, like: InputRow | undefined): Promise<ReadingPlan> {
  const format = reading.format ?? (like && isKnownFormat(like.format) ? like.format : null);
  const plan = planOf(head, {...reading, format});
  if (plan === null) throw await notALog(head, null);
  return {...plan, isNamed: reading.format !== null};
}

async function isBeginningOfAny(
  longer: readonly InputRow[],
  draft: Draft,
  scan: Scan,
  {catalogue, engine, workspace: {store}, shared}: IntakeContext,
): Promise<boolean> {
  for (const input of longer) {
    const files = catalogue.filesOf(input.id);
    // What is damaged begins like nothing, and would count twice.
    if (!shared) await checkFiles(storedFiles(catalogue.partsOf(input.id), store, catalogue), store);
    const isBeginning = shared
      ? await shared.withFacts(files, draft.lines, {work: store.work, engine}, (own) =>
          isBeginningOf(own, draft, scan, engine),
        )
      : await isBeginningOf(
          files.map((file) => join(store.facts, file)),
          draft,
          scan,
          engine,
        );
    if (isBeginning) return true;
  }
  return false;
}

async function addGrown(
  source: Source,
  head: Head,
  scan: Scan,
  before: InputRow,
  context: InputContext,
): Promise<Outcome> {
  const plan = await planFor(head, context.reading, before);
  // What was read of an unfinished line is not what the line says now: then the whole input is read again.
  const isReplacement = before.isWhole === 0;
  const base = isReplacement ? {bytes: 0, lines: 0, requests: 0, quarantined: 0, ignored: 0} : before;
  const span = {from: base.bytes, until: scan.bytes, linesBefore: base.lines};
  const draft = await draftSpan(head.file, {...context, plan}, span);
  checkLines(draft, scan.lines - base.lines, source.where);
  const state = stateOf(scan, draft, head, plan);
  const input = {
    ...state,
    name: before.name,
    lines: base.lines + state.lines,
    requests: base.requests + state.requests,
    quarantined: base.quarantined + state.quarantined,
    ignored: base.ignored + state.ignored,
    firstSecond: isReplacement ? state.firstSecond : least(before.firstSecond, state.firstSecond),
    lastSecond: isReplacement ? state.lastSecond : most(before.lastSecond, state.lastSecond),
  };
  const outcome = await commit(
    {kind: "grown", name: source.name, input, draft, order: plan.order, from: base.bytes, before, isReplacement},
    context,
  );
  return {...outcome, addedLines: input.lines - before.lines, addedRequests: input.requests - before.requests};
}

function stateOf(
  scan: Scan,
  draft: Draft,
  head: Head,
  {formats: [format = ""]}: ReadingPlan,
): Omit<InputRow, "id" | "name"> {
  return {
    sha256: scan.sha256,
    bytes: scan.bytes,
    head: head.isOpen ? "" : head.mark,
    isWhole: Number(scan.isWhole),
    format,
    lines: draft.lines,
    requests: draft.requests,
    quarantined: countQuarantined(draft.quarantined),
    ignored: draft.ignored,
    firstSecond: draft.firstSecond,
    lastSecond: draft.lastSecond,
  };
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
