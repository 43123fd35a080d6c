import {join} from "node:path";
import type {InputRow} from "../workspace/catalogue/catalogue.ts";
import {checkFiles} from "../workspace/checked-files.ts";
import {storedFiles} from "../workspace/stored-files.ts";
import type {Head} from "./bytes/head.ts";
import {type Scan, scanFile} from "./bytes/read.ts";
import {type Commit, commit, type InputContext, type IntakeContext, type Outcome} from "./commit.ts";
import {draftWhole} from "./draft-whole.ts";
import {discard, draftSpan} from "./facts/draft.ts";
import type {Draft} from "./facts/draft-types.ts";
import {checkLines, scanAndDraft} from "./facts/from-file.ts";
import {isBeginningOf} from "./facts/is-prefix.ts";
import {clientsOf, grownState, stateOf} from "./input-state.ts";
import {added} from "./line/client-counts.ts";
import {countNamedHosts, type NamedHost} from "./line/count-hosts.ts";
import {countQueries, type QueryCount} from "./line/count-queries.ts";
import type {ReadingPlan} from "./line/input-lines.ts";
import {judgeClients} from "./line/judge-clients.ts";
import {leaveOutRepeated, type RepeatedLines} from "./overlap/repeated.ts";
import {UnpackingMeter} from "./packings/limit.ts";
import {planLike} from "./plan-for.ts";
import {isReadAlike, isSameSettings, readingIn} from "./recorded-reading.ts";
import {Uncompared} from "./shared/store.ts";
import {isMostlyUnread, mostlyUnread, shareWith, unreadShare} from "./unread-share.ts";

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
 * nothing, but where they are to be read anew. Either all of its new lines count afterwards or none.
 *
 * @throws {UserError} INPUT_UNREADABLE, INPUT_NOT_A_LOG, INPUT_MOSTLY_UNREAD, INPUT_UNCLEAR or DISK_FULL; nothing of the input counts then.
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
  if (same && same.bytes === scan.bytes && !context.again) return addsNothing(source);
  // Every file continues an empty one; the one of its own name it takes the place of.
  if (!same || isEmpty(same)) {
    return addNew(source, head, {scan, earlier, before: same && isNamed(same) ? same : undefined}, context);
  }
  return context.again ? replace(source, head, scan, same, context) : addGrown(source, head, scan, same, context);
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
  if (longer[0] && (await isReadAsBeginning(head, longer, context))) return addsNothing(source);
  const {plan, scan, draft} = await draftWhole(head, known.scan, meterOf(source, context), context);
  if (scan.bytes === 0 && known.earlier.some(isEmpty)) {
    discard(draft);
    return addsNothing(source);
  }
  const {name, where} = source;
  return count(draft, {kind: "added", name, where, head, plan, from: 0, before: known.before}, context, (left) => {
    return {...stateOf(scan, left, head, plan, context), name};
  });
}

/** What is to count as what, and how it was read. */
interface Counting extends Pick<Commit, "kind" | "name" | "from" | "before" | "isReplacement"> {
  readonly where: string;
  readonly head: Head;
  readonly plan: ReadingPlan;
}

/**
 * Makes a draft count, but for its lines that stand in other inputs.
 *
 * @param inputOf What the catalogue keeps of the input, with what is left of the draft.
 */
async function count(
  draft: Draft,
  {head, plan, where, ...given}: Counting,
  context: InputContext,
  inputOf: (left: Draft) => Commit["input"],
): Promise<Outcome> {
  const {name, before} = given;
  refuseUnreadable(draft, {...given, where}, context);
  const asked = {queries: queriesIn(head, plan, context), hosts: hostsIn(head, plan, context)};
  const repeated: RepeatedLines[] = [];
  for (let left = draft; ; ) {
    const compared = context.shared?.place ?? 0;
    const found = await leaveOutInTurn(left, {name, own: before?.id ?? null}, context);
    left = found.draft;
    repeated.push(...found.repeated);
    try {
      return await commit({...given, input: inputOf(left), draft: left, ...asked, repeated}, {...context, compared});
    } catch (fault) {
      if (!(fault instanceof Uncompared)) throw fault;
    }
  }
}

/**
 * A part of which more could not be read than could gives a figure that looks like any other: nothing of it counts unless somebody says so, once.
 *
 * @throws {UserError} INPUT_MOSTLY_UNREAD
 */
function refuseUnreadable(
  draft: Draft,
  {before, isReplacement = false, kind, where}: Pick<Counting, "before" | "isReplacement" | "kind" | "where">,
  {acceptUnreadable}: InputContext,
): void {
  const share = shareWith(before && !isReplacement ? before : null, draft);
  const wasAccepted = kind === "grown" && before !== undefined && isMostlyUnread(unreadShare(before));
  if (acceptUnreadable || wasAccepted || !isMostlyUnread(share)) return;
  discard(draft);
  throw mostlyUnread(where, share, draft.quarantined);
}

/** Leaves lines out that stand in what was named before, and counts by now. */
async function leaveOutInTurn(
  draft: Draft,
  which: {readonly name: string; readonly own: number | null},
  context: InputContext,
): ReturnType<typeof leaveOutRepeated> {
  await context.before;
  return leaveOutRepeated(draft, which, context);
}

function addsNothing({name}: Source): Outcome {
  return {
    name,
    kind: "known",
    addedLines: 0,
    addedRequests: 0,
    quarantined: {counts: {}, lines: [], cause: null},
    ignored: 0,
    repeated: [],
    closedMonths: [],
    passedOver: new Map(),
    reading: null,
    queries: null,
    hosts: [],
  };
}

/** What the input asks for behind question marks; not where the settings say what that means. */
function queriesIn({sample}: Head, plan: ReadingPlan, {reading}: IntakeContext): QueryCount | null {
  return reading.query === null ? countQueries(sample, plan) : null;
}

/** The virtual hosts that its first lines name; none are wanted where the settings name sites. */
function hostsIn({sample}: Head, plan: ReadingPlan, {workspace}: IntakeContext): readonly NamedHost[] {
  return Array.isArray(workspace.config.sites) ? countNamedHosts(sample, plan) : [];
}

/** Is the input the beginning of one that was read when it was longer? What is compared is read as that was. */
async function isReadAsBeginning(head: Head, longer: readonly InputRow[], context: InputContext): Promise<boolean> {
  const plan = await planLike(longer[0]!, head, context);
  if (plan === null) return false;
  // What it holds was measured when it was compared.
  const [scan, draft] = await scanAndDraft(head.file, null, null, {...context, plan});
  const isOne = await isBeginningOfAny(longer, draft, scan, context);
  discard(draft);
  return isOne;
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
  const reading = readingIn(before.reading);
  const plan = await planLike(before, head, context);
  // What was read of an unfinished line is not what the line says now; nor are two halves of a file to be read by different settings.
  const isAlike = reading === null || isSameSettings(reading.said, context.reading);
  if (before.isWhole === 0 || plan === null || !isAlike)
    return replace(source, head, scan, before, context, {kind: "grown"});
  const span = {from: before.bytes, until: scan.bytes, linesBefore: before.lines};
  const draft = await draftSpan(head.file, {...context, plan}, span);
  checkLines(draft, scan.lines - before.lines, source.where);
  const own = clientsOf(draft, context);
  const clients = reading === null ? own : added(reading.clients, own);
  // Of all lines together other things may be true than of the first.
  if (reading !== null && !isReadAlike(judgeClients(clients, plan), reading)) {
    discard(draft);
    return replace(source, head, scan, before, context, {kind: "grown"});
  }
  const {name, where} = source;
  return count(draft, {kind: "grown", name, where, head, plan, from: before.bytes, before}, context, (left) => {
    const cause = left.quarantined.cause ?? reading?.unread ?? null;
    const told = {...left, quarantined: {...left.quarantined, cause}};
    return grownState(before, stateOf(scan, told, head, plan, context, clients));
  });
}

/** Reads the whole of an input that was read before, and puts what it gives in the place of what it gave. */
async function replace(
  source: Source,
  head: Head,
  known: Scan,
  before: InputRow,
  context: InputContext,
  {kind}: {readonly kind: "grown" | "again"} = {kind: "again"},
): Promise<Outcome> {
  const {plan, scan, draft} = await draftWhole(head, known, meterOf(source, context), context);
  const given = {kind, name: source.name, where: source.where, head, plan, from: 0, before, isReplacement: true};
  const outcome = await count(draft, given, context, (left) => {
    return {...stateOf(scan, left, head, plan, context), name: before.name};
  });
  if (kind === "again") return outcome;
  const {addedLines, addedRequests} = outcome;
  return {...outcome, addedLines: addedLines - before.lines, addedRequests: addedRequests - before.requests};
}
