import {dayOf} from "../../accounts/day.ts";
import {TooBusy} from "../../accounts/factors/hashing.ts";
import type {PhraseFault} from "../../accounts/factors/pass-phrase.ts";
import {makeRecoveryCodes, recoveryDigest} from "../../accounts/factors/recovery-codes.ts";
import {hashChosen} from "../../accounts/joining.ts";
import {nameKey} from "../../accounts/people.ts";
import {type Attempt, countAttempt} from "../../accounts/signing-in.ts";
import type {ForumStore} from "../store.ts";
import {cleanSource, lengthOf} from "../text/clean.ts";
import {mostKnocks} from "./arrivals.ts";
import {doorOf, shutDoor} from "./door.ts";
import type {Shut} from "./joining.ts";
import {checkMemberName, type MemberNameFault} from "./names.ts";

/** Somebody who knocked, as a moderator sees them. */
export interface Knock {
  readonly id: number;
  readonly name: string;
  /** In the own words, of lines without marks. */
  readonly why: string;
  /** In UTC. */
  readonly day: string;
}

/** The row of it. */
export interface KnockRow extends Knock {
  readonly key: string;
  readonly look: string;
  readonly phrase: string;
  /** The rule, and the day: null as long as nobody has turned them away. */
  readonly rule: string | null;
  readonly turned_away: string | null;
}

/** What somebody who knocks types. */
export interface KnockRequest {
  readonly name: string;
  readonly why: string;
  readonly phrase: string;
  /** The address that it came from, which is kept in memory alone. */
  readonly from: string;
}

/** What came of a knock. The recovery codes are told once. */
export type KnockOutcome =
  | {readonly outcome: "knocked"; readonly recoveryCodes: readonly string[]}
  | {readonly outcome: "fault"; readonly field: "name"; readonly fault: MemberNameFault}
  | {readonly outcome: "fault"; readonly field: "why"; readonly fault: "empty" | "too-long"}
  | {readonly outcome: "fault"; readonly field: "phrase"; readonly fault: PhraseFault}
  | {readonly outcome: "wait" | "busy"; readonly seconds: number}
  | Shut;

/** So many letters tell why. */
const longestWhy = 1000;

/** Who knocked by that name; null where nobody did. */
export function knockOf({file}: ForumStore, name: string): KnockRow | null {
  return file.one<KnockRow>("knockByKey", {key: nameKey(name)}) ?? null;
}

/** Knocks: a name, why, and the pass phrase to be. A moderator decides; the form sent twice is one knock. */
export async function knock(store: ForumStore, request: KnockRequest): Promise<KnockOutcome> {
  const {limits, arrivals} = store;
  if (!doorOf(store).knocking) return {outcome: "shut"};
  const wait = limits.take("address", request.from) || limits.take("all", "");
  if (wait > 0) return {outcome: "wait", seconds: wait};
  const why = cleanSource(request.why.slice(0, 4 * longestWhy)).trim();
  const same = knockOf(store, request.name);
  const checked = same === null ? checkMemberName(store, request.name, {isStaff: false}) : same;
  if (typeof checked === "string") return {outcome: "fault", field: "name", fault: checked};
  if (why === "") return {outcome: "fault", field: "why", fault: "empty"};
  if (lengthOf(why) > longestWhy) return {outcome: "fault", field: "why", fault: "too-long"};
  if (same !== null) return knockAgain(store, same, request);
  const chosen = await hashChosen(store, request.phrase, [checked.name, ...store.settings.reserved]);
  if (chosen.outcome === "fault") return {...chosen, field: "phrase"};
  if (chosen.outcome !== "hash") return chosen;
  return store.act(() => {
    if (!doorOf(store).knocking) return {outcome: "shut"};
    // Meanwhile somebody else may have taken the name.
    const still = checkMemberName(store, request.name, {isStaff: false});
    if (typeof still === "string") return {outcome: "fault", field: "name", fault: still};
    if (store.file.one<{count: number}>("countKnocks")!.count >= mostKnocks || arrivals.take("knocks", "") > 0) {
      shutDoor(store, null);
      return {outcome: "shut"};
    }
    const {id} = store.file.change("addKnock", {...still, why, phrase: chosen.hash, day: dayOf(store.now())});
    return {outcome: "knocked", recoveryCodes: giveCodes(store, id)};
  });
}

/** The same, sent once more by who knows its phrase, gets other codes; for anybody else the name is taken. */
async function knockAgain(store: ForumStore, same: KnockRow, request: KnockRequest): Promise<KnockOutcome> {
  const told = await tellKnocker(store, same, request);
  if (told.outcome === "wait" || told.outcome === "busy") return told;
  if (told.outcome !== "knocking") return {outcome: "fault", field: "name", fault: "like-another"};
  return store.act(() => {
    if (store.file.one("knock", {id: same.id}) === undefined) return {outcome: "shut"};
    return {outcome: "knocked", recoveryCodes: giveCodes(store, same.id)};
  });
}

function giveCodes({file}: ForumStore, knock: number): readonly string[] {
  const codes = makeRecoveryCodes();
  file.change("dropKnockCodes", {knock});
  for (const code of codes) file.change("addKnockCode", {digest: recoveryDigest(code), knock});
  return codes;
}

/** How it stands, for who knows the pass phrase of a knock. */
export type KnockerOutcome =
  | Exclude<Attempt, {outcome: "on"}>
  | {readonly outcome: "knocking"}
  /** By that rule of the forum's. */
  | {readonly outcome: "turned-away"; readonly rule: string | null};

/** Tells who has knocked how it stands. */
export async function tellKnocker(
  store: ForumStore,
  row: KnockRow,
  {phrase, from}: Pick<KnockRequest, "phrase" | "from">,
): Promise<KnockerOutcome> {
  const seconds = countAttempt(store, row.name, from);
  if (seconds > 0) return {outcome: "wait", seconds};
  try {
    const {isRight} = await store.hashing.check(phrase, row.phrase);
    if (!isRight) return {outcome: "refused"};
    return row.turned_away === null ? {outcome: "knocking"} : {outcome: "turned-away", rule: row.rule};
  } catch (cause) {
    if (cause instanceof TooBusy) return {outcome: "busy", seconds: cause.afterSeconds};
    throw cause;
  }
}
