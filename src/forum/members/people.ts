import {dayOf} from "../../accounts/day.ts";
import {hasSecond} from "../../accounts/factors/keep.ts";
import {dropAccess, type Person} from "../../accounts/people.ts";
import type {ForumActor, ForumStore} from "../store.ts";
import {isModerator} from "./knock-decisions.ts";
import {type ForumRole, isAtLeast} from "./roles.ts";
import {type MemberRow, memberRow} from "./standing.ts";

/** Somebody in the forum, as moderators see them. */
export interface ForumPerson extends Person<ForumRole> {
  /** Do posts wait for a moderator? */
  readonly isHeld: boolean;
}

/** So many are listed at a time. */
export const peopleAtOnce = 100;

/** Who is in the forum, or was; but not of whom nothing but posts was brought in from another one. Moderators and editors first, then by name. @param page From 1 on. */
export function listForumPeople({file}: ForumStore, {page = 1}: {readonly page?: number} = {}): ForumPerson[] {
  return file.all<MemberRow>("forumPeople", {most: peopleAtOnce, skip: (page - 1) * peopleAtOnce}).map(shown);
}

/** Somebody who may sign in; null where there is nobody of that number. */
export function findForumPerson(store: ForumStore, id: number): ForumPerson | null {
  const row = memberRow(store, id);
  return row && shown(row);
}

function shown({id, name, role, joined, ended, held}: MemberRow): ForumPerson {
  return {id, name, role, joined, ended, isHeld: held === 1};
}

/** What came of giving somebody another role. "needs-second": who decides about others sets up a second factor first. */
export type PromoteOutcome = "done" | "missing" | "refused" | "needs-second" | "last-editor";

/** Gives somebody another role, from the next page on. Editors alone do; the last of them stays one. */
export function promote(store: ForumStore, id: number, role: ForumRole, by: ForumActor): PromoteOutcome {
  const {file, kind} = store;
  return store.act(() => {
    if (!isEditor(store, by)) return "refused";
    const member = memberRow(store, id);
    if (member === null) return "missing";
    if (member.role === role) return "done";
    if (kind.needsSecond(role) && !hasSecond(store, member)) return "needs-second";
    if (isLastEditor(store, member)) return "last-editor";
    file.change("setRole", {id, role});
    if (isAtLeast(role, "moderator")) file.change("stopHolding", {id});
    // Sessions of moderators are shorter, and want the second factor.
    if (kind.needsSecond(role) !== kind.needsSecond(member.role))
      file.change("dropSessionsOf", {person: id, except: 0});
    store.record(by, "member-role", {member: id, role});
    return "done";
  });
}

function isEditor(store: ForumStore, {id, role}: ForumActor): boolean {
  return (id === null ? role : memberRow(store, id)?.role) === "editor";
}

function isLastEditor({file}: ForumStore, {role}: MemberRow): boolean {
  return role === "editor" && file.one<{count: number}>("countRole", {role})!.count === 1;
}

/** Ends somebody's access for good: sessions, factors and invitations go; name and posts stay. Moderators are ended by editors alone, nobody by themselves. */
export function endMember(store: ForumStore, id: number, by: ForumActor): "done" | "missing" | "refused" {
  const {file, now} = store;
  return store.act(() => {
    const member = memberRow(store, id);
    const may = member !== null && isAtLeast(member.role, "moderator") ? isEditor(store, by) : isModerator(store, by);
    if (!may || id === by.id) return "refused";
    if (member === null) return "missing";
    dropAccess(store, id);
    file.change("dropInvitationsBy", {inviter: id});
    file.change("endPerson", {id, ended: dayOf(now())});
    file.change("forgetVouch", {id});
    store.record(by, "member-ended", {member: id});
    return "done";
  });
}
