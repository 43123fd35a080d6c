import {dayOf} from "../../accounts/day.ts";
import type {ForumActor, ForumStore} from "../store.ts";
import {doorOf} from "./door.ts";
import type {Knock, KnockRow} from "./knocks.ts";
import {isAtLeast} from "./roles.ts";
import {memberRow} from "./standing.ts";

/** What came of a decision about somebody who knocked. "already": somebody else was faster. */
export type KnockDecision = "decided" | "already" | "denied" | "closed" | "refused";

/** Those who wait, the first first. */
export function listKnocks({file}: ForumStore): Knock[] {
  return file.all<KnockRow>("knocks").map(({id, name, why, day}) => ({id, name, why, day}));
}

/** May they decide about others? Asked of the file, since the role may be another one by now. */
export function isModerator(store: ForumStore, {id, role}: ForumActor): boolean {
  const now = id === null ? role : memberRow(store, id)?.role;
  return now !== undefined && isAtLeast(now, "moderator");
}

/** Lets somebody in who knocked: they sign in with what they chose then. */
export function letIn(store: ForumStore, by: ForumActor, id: number): KnockDecision {
  const {file, now} = store;
  return store.act(() => {
    if (!isModerator(store, by)) return "denied";
    if (doorOf(store).why === "closed") return "closed";
    const knock = file.one<KnockRow>("knock", {id});
    if (knock === undefined || knock.turned_away !== null) return "already";
    const {name, key, look, phrase} = knock;
    const joined = dayOf(now());
    const member = file.change("addMember", {name, key, look, role: "member", joined, phrase, held: 1, vouch: null});
    file.change("takeKnockCodes", {knock: id, person: member.id});
    file.change("dropKnock", {id});
    store.record(by, "let-in", {member: member.id});
    return "decided";
  });
}

/** Turns somebody away by one of the forum's rules: what they wrote is deleted, and for 14 days they are told so. */
export function turnAway(
  store: ForumStore,
  by: ForumActor,
  id: number,
  {rule}: {readonly rule: string | undefined},
): KnockDecision {
  return store.act(() => {
    if (!isModerator(store, by)) return "denied";
    if (doorOf(store).why === "closed") return "closed";
    if (rule === undefined || !store.settings.rules.includes(rule)) return "refused";
    const {rows} = store.file.change("turnAway", {id, rule, day: dayOf(store.now())});
    if (rows === 0) return "already";
    store.record(by, "turned-away", {knock: id, rule});
    return "decided";
  });
}
