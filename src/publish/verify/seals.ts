import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {type KeyEntry, parseKeyList} from "../signatures/key-list.ts";
import {answerOf, differs, type Finding, type LevelAnswer, unchecked} from "./answer.ts";
import type {Archive, SealedPlace} from "./archive.ts";
import type {Stray} from "./archived-folders.ts";
import {recordOf, type SealedRecord} from "./record.ts";
import type {KeySources} from "./signer.ts";
import {checkWhole, type WholeAnswer} from "./whole.ts";

/** Level 1 of all that an archive has, each sealed folder looked at once. */
export interface Seals {
  readonly recordOf: (one: SealedPlace) => SealedRecord | null;
  /** Of a folder by itself. */
  readonly wholeOf: (one: SealedPlace) => WholeAnswer;
  /** Of an edition with its errata, its announcement and what else is called like it; or of one of those alone. */
  readonly levelOf: (one: SealedPlace) => LevelAnswer;
  /** Of what is called as if it belonged to an edition that is not there: by the name of that. */
  readonly strayLevels: ReadonlyMap<string, LevelAnswer>;
}

/** The seals of an archive. @param keysFor Where keys of a publication are known from, the archive's own list aside. */
export function openSeals(
  archive: Archive,
  keysFor: (publication: string | null) => Omit<KeySources, "listed">,
): Seals {
  const list = listedKeys(archive);
  const known = new Map<SealedPlace, {readonly record: SealedRecord | null; readonly whole: WholeAnswer}>();
  const lookAt = (one: SealedPlace) => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const record = recordOf(one);
    const sources = {...keysFor(record?.publication ?? null), listed: list.entries};
    const whole = unlessRefused(() => checkWhole(one, record, sources));
    known.set(one, {record, whole});
    return {record, whole};
  };
  const saidOf = Map.groupBy(
    archive.sealed.filter(({kind}) => kind !== "edition"),
    ({about}) => about,
  );
  const straysOf = Map.groupBy(archive.strays, ({about}) => about);
  const inArchive = [...list.findings, ...strayFindings(straysOf.get(null) ?? [])];
  const editions = new Set(archive.named.map(({name}) => name));
  return {
    recordOf: (one) => lookAt(one).record,
    wholeOf: (one) => lookAt(one).whole,
    levelOf: (one) => {
      const isEdition = one.kind === "edition";
      const about = isEdition ? (saidOf.get(one.name) ?? []) : [];
      const strays = isEdition ? (straysOf.get(one.name) ?? []) : [];
      const others = about.map((other) => ({name: other.name, whole: lookAt(other).whole}));
      return joined(lookAt(one).whole, others, [...strayFindings(strays), ...inArchive]);
    },
    strayLevels: new Map(
      [...straysOf].flatMap(([about, strays]) => {
        return about === null || editions.has(about) ? [] : [[about, answerOf(1, [], strayFindings(strays))] as const];
      }),
    ),
  };
}

/** What stands in the way of looking at one folder says nothing of the others. */
function unlessRefused(check: () => WholeAnswer): WholeAnswer {
  try {
    return check();
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return {...answerOf(1, [], [unchecked(fault.where ?? null, fault.message)]), signer: null, isSound: false};
  }
}

function strayFindings(strays: readonly Stray[]): Finding[] {
  return strays.map(({name, what}) => differs(visible(name), `it ${what}, and is no part of an archive`));
}

/** One answer of an edition and what belongs to it; files of the others are named with their folder. */
function joined(
  own: WholeAnswer,
  others: readonly {readonly name: string; readonly whole: WholeAnswer}[],
  more: readonly Finding[],
): LevelAnswer {
  const checked = others.flatMap(({name, whole}) => whole.checked.map((text) => `${name}: ${text}`));
  const findings = others.flatMap(({name, whole}) => {
    return whole.findings.map((one) => ({...one, file: one.file === null ? name : `${name}/${one.file}`}));
  });
  return answerOf(1, [...own.checked, ...checked], [...own.findings, ...findings, ...more]);
}

/** The archive's own list of keys, and what is wrong with it. */
interface ListedKeys {
  readonly entries: readonly KeyEntry[] | null;
  readonly findings: readonly Finding[];
}

function listedKeys({keys}: Archive): ListedKeys {
  if (keys === null) return {entries: null, findings: []};
  try {
    return {entries: parseKeyList(keys().toString("utf8"), "keys.txt"), findings: []};
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    const isUnread = fault.code !== "KEYS_REFUSED";
    const finding = isUnread ? unchecked("keys.txt", fault.message) : differs(fault.where ?? "keys.txt", fault.message);
    return {entries: null, findings: [finding]};
  }
}
