import type {Attendance} from "../../operations/listener.ts";
import type {Store} from "../../operations/store/store.ts";
import {openTypesetter, type Typesetter} from "../../render/pdf/typesetter.ts";
import {isSameKey, type PublicKey} from "../signatures/public-key.ts";
import type {LogsRequest} from "./again/from-logs.ts";
import {answerOf, type Finding, type LevelAnswer} from "./answer.ts";
import {type Archive, openArchive, type SealedPlace} from "./archive.ts";
import {checkCoherence} from "./coherent/coherent.ts";
import {continuityOf} from "./continuous/continuous.ts";
import {type OlderCopy, olderCopy} from "./continuous/older-copy.ts";
import {countersigned, type FoundCountersignatures} from "./countersigned.ts";
import {guarded} from "./guarded.ts";
import {type RememberedKey, readRemembered, rememberedOf, rememberKey} from "./known-keys.ts";
import {checkPdfAlone} from "./pdf/alone.ts";
import {pdfAt} from "./place/folder.ts";
import {refusedPlace} from "./place/place.ts";
import type {SealedRecord} from "./record.ts";
import {openSeals} from "./seals.ts";
import type {WholeAnswer} from "./whole.ts";

/** What is to be verified, and what is known beforehand. */
export interface VerifyRequest {
  /** A folder, a zip or a PDF, as it was named. */
  readonly place: string;
  readonly cwd: string;
  /** An older copy of the same; null where there is none. */
  readonly against: string | null;
  /** Which the person gave; null where none was given. */
  readonly key: PublicKey | null;
  /** With which the workspace at hand signs, and what; null where there is none. */
  readonly ours: {readonly publication: string; readonly key: PublicKey} | null;
  /** Auditors' keys, which the person gave: their countersignatures have to be there. None where it is left out. */
  readonly auditors?: readonly PublicKey[];
  /** Where keys are remembered on this machine. */
  readonly knownKeys: string;
  /** Is a key that is known only from the archive to be remembered? */
  readonly hasTrust: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Of what this program runs on. */
  readonly versions: NodeJS.ProcessVersions;
  /** Whose facts are to be counted again; null where that is not asked. */
  readonly store: Store | null;
  /** The logs that are to be counted again, and the private lists for that; null where that is not asked. */
  readonly logs: Pick<LogsRequest, "logs" | "hidden" | "world"> | null;
}

/** What came of verifying one edition. */
export interface VerifiedEdition {
  /** As its folder is called. */
  readonly name: string;
  /** What it says of itself; null where that cannot be read. */
  readonly record: (Pick<SealedRecord, "publication" | "period" | "date"> & {readonly what?: string}) | null;
  /** In order; one that was not asked for is not there. */
  readonly levels: readonly LevelAnswer[];
  /** What auditors have said of it; left out of what is no edition. A forged one is told by the first level. */
  readonly countersigned?: Pick<FoundCountersignatures, "signatures" | "notes">;
}

/** What came of verifying what was named. */
export interface Verification {
  readonly where: string;
  readonly editions: readonly VerifiedEdition[];
}

/**
 * Is what was published what its publisher put there, and is it true?
 *
 * Every level is answered by itself, and none is left out for what another has found. Nothing of an edition is carried out.
 *
 * @param open What sets the pages of a PDF again; it is closed in the end.
 * @throws {UserError} EDITION_REFUSED, KEYS_REFUSED, or that a key cannot be remembered
 */
export async function verifyPlace(
  request: VerifyRequest,
  attendance: Attendance = {},
  open: () => Typesetter = openTypesetter,
): Promise<Verification> {
  const pdf = pdfAt(request.place, request.cwd);
  if (pdf !== null) {
    const {levels, ...said} = await checkPdfAlone(pdf, request.place);
    return {where: request.place, editions: [{name: request.place, record: said, levels}]};
  }
  const archive = openArchive(request.place, request.cwd);
  const typesetter = open();
  try {
    return await verifyArchive(archive, request, typesetter, attendance);
  } finally {
    await typesetter.close();
  }
}

async function verifyArchive(
  archive: Archive,
  request: VerifyRequest,
  typesetter: Typesetter,
  attendance: Attendance,
): Promise<Verification> {
  const remembered = readRemembered(request.knownKeys);
  const older = request.against === null ? null : olderCopyAt(request.against, request.cwd, archive);
  const seals = openSeals(archive, (publication) => ({
    given: request.key,
    remembered: publication === null ? null : rememberedOf(remembered, publication),
    // In a publisher's workspace another's editions are verified, too.
    ours: request.ours?.publication === publication ? (request.ours?.key ?? null) : null,
  }));
  const continuity = continuityOf(archive, older, seals, request.today);
  const errataOf = Map.groupBy(inOrder(archive), ({about}) => about);
  const editions: VerifiedEdition[] = [];
  // One after the other: each is held in memory while it is looked at.
  for (const edition of archive.named) {
    const record = seals.recordOf(edition);
    if (record !== null) remember(seals.wholeOf(edition), record, remembered, request);
    const {cwd, versions, store, logs} = request;
    const errata = errataOf.get(edition.name) ?? [];
    const publisher = seals.wholeOf(edition).signer?.key ?? null;
    const {findings, ...said} = countersigned(edition, record, {given: request.auditors ?? [], publisher});
    const levels = [
      withFindings(seals.levelOf(edition), findings),
      await guarded(2, () => checkCoherence(edition, versions, typesetter)),
      await guarded(3, () => continuity.ofEdition(edition)),
    ];
    // Loaded by those alone who ask: with them comes all that counts.
    if (store !== null) {
      const {checkFromFacts} = await import("./again/from-facts.ts");
      levels.push(await checkFromFacts(edition, errata, store, attendance));
    }
    if (logs !== null) {
      const {checkFromLogs} = await import("./again/from-logs.ts");
      levels.push(await checkFromLogs(edition, errata, {...logs, cwd, versions}, attendance));
    }
    editions.push({name: edition.name, record, levels, countersigned: said});
  }
  const alone = archive.alone.map((one) => {
    const continuous = continuity.ofAlone(one);
    return {
      name: one.name,
      record: seals.recordOf(one),
      levels: [seals.levelOf(one), ...(continuous === null ? [] : [continuous])],
    };
  });
  const strays = [...seals.strayLevels].map(([name, level]) => ({name, record: null, levels: [level]}));
  return {where: archive.where, editions: [...editions, ...alone, ...strays]};
}

/** @throws {UserError} EDITION_REFUSED for the place itself: that would always be as it was. */
function olderCopyAt(path: string, cwd: string, now: Archive): OlderCopy {
  const older = openArchive(path, cwd);
  if (older.root !== now.root) return olderCopy(older);
  throw refusedPlace("the older copy is the place itself", path, "name a copy that was kept elsewhere");
}

function withFindings(level: LevelAnswer, more: readonly Finding[]): LevelAnswer {
  return {...level, ...answerOf(level.level, level.checked, [...level.findings, ...more])};
}

/** Errata by their numbers. */
function inOrder({sealed}: Archive): SealedPlace[] {
  const numberOf = ({name}: SealedPlace): number => Number(name.split("/").at(-1));
  const errata = sealed.filter(({kind}) => kind === "erratum");
  return errata.toSorted((one, other) => numberOf(one) - numberOf(other));
}

/** A key that the person gave and that is right, or took for right, is known from then on. */
function remember(
  {signer, findings}: WholeAnswer,
  {publication}: SealedRecord,
  remembered: readonly RememberedKey[],
  {key, hasTrust, knownKeys, today}: VerifyRequest,
): void {
  if (signer === null || findings.some(({answer}) => answer === "differs")) return;
  const known = rememberedOf(remembered, publication);
  if (known !== null && isSameKey(known.key, signer.key)) return;
  const isTaken = known === null && hasTrust;
  if (isTaken || key !== null) rememberKey(knownKeys, remembered, {publication, key: signer.key, on: today});
}
