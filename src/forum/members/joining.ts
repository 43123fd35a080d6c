import {dayOf} from "../../accounts/day.ts";
import type {SecondProof} from "../../accounts/enrolment.ts";
import {enterCode, type JoinOutcome, joinAs, joinerOf} from "../../accounts/joining.ts";
import {endSession, keepPending} from "../../accounts/sessions.ts";
import type {Attempt} from "../../accounts/signing-in.ts";
import type {ForumStore} from "../store.ts";
import {doorOf, shutDoor} from "./door.ts";
import {checkMemberName, type MemberNameFault} from "./names.ts";
import {type ForumRole, isAtLeast} from "./roles.ts";

/** Nobody joins at present. */
export interface Shut {
  readonly outcome: "shut";
}

/** Does that role get in where joining is shut? Else a flood could keep those out who end it. */
function passes(store: ForumStore, role: ForumRole): boolean {
  const {joining, why} = doorOf(store);
  return joining || (why !== "closed" && isAtLeast(role, "moderator"));
}

/**
 * The code of an invitation was typed: is it good?
 *
 * @param from The address that it came from, which is kept in memory alone.
 */
export function enterForumCode(store: ForumStore, code: string, from: string): Attempt | Shut {
  const entered = enterCode(store, code, from);
  if (entered.outcome !== "on") return entered;
  const joiner = joinerOf(store, entered.token);
  if (joiner === null || passes(store, joiner.invitation.role)) return entered;
  endSession(store, entered.token);
  return {outcome: "shut"};
}

/** What came of a name that somebody chose. */
export type NameOutcome =
  | {readonly outcome: "taken" | "over"}
  | {readonly outcome: "fault"; readonly fault: MemberNameFault};

/** Takes the name of somebody who joins; it is theirs when they have. */
export function chooseName(store: ForumStore, token: string, typed: string): NameOutcome {
  const joiner = joinerOf(store, token);
  if (joiner === null) return {outcome: "over"};
  const checked = checkMemberName(store, typed, {isStaff: isAtLeast(joiner.invitation.role, "moderator")});
  if (typeof checked === "string") return {outcome: "fault", fault: checked};
  keepPending(store, joiner.row, {name: checked.name});
  return {outcome: "taken"};
}

/** What came of joining a forum. "name-taken": somebody else was faster, and another one is to be chosen. */
export type ForumJoinOutcome = JoinOutcome | Shut | {readonly outcome: "name-taken"};

/**
 * Joins: whole or not at all.
 *
 * @param proof Of the second factor; null without one, for who needs none.
 */
export function joinForum(store: ForumStore, token: string, proof: SecondProof | null): Promise<ForumJoinOutcome> {
  return joinAs<ForumRole, Shut | {outcome: "name-taken"}>(store, token, proof, (joiner, phrase) => {
    const {role} = joiner.invitation;
    const isStaff = isAtLeast(role, "moderator");
    if (!passes(store, role)) return {outcome: "shut"};
    const checked = checkMemberName(store, joiner.name, {isStaff});
    if (typeof checked === "string") {
      keepPending(store, joiner.row, {name: ""});
      return {outcome: "name-taken"};
    }
    if (!isStaff && store.arrivals.take("joins", "") > 0) {
      shutDoor(store, null);
      return {outcome: "shut"};
    }
    const inviter = store.file.one<{inviter: number | null}>("invitation", {id: joiner.invitation.id})?.inviter ?? null;
    const held = isStaff ? 0 : 1;
    const joined = dayOf(store.now());
    const {id} = store.file.change("addMember", {...checked, role, joined, phrase, held, vouch: inviter});
    return {id, role};
  });
}
