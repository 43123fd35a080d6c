import {dayOf} from "../../accounts/day.ts";
import {invitationDigest} from "../../accounts/invitations.ts";
import {makeCode} from "../../accounts/secrets.ts";
import type {ForumStore} from "../store.ts";
import {doorOf} from "./door.ts";
import {type ForumRole, isAtLeast} from "./roles.ts";
import {memberRow} from "./standing.ts";

const [lettersOfCode, lettersOfGroup] = [20, 4];
const dayMs = 86_400_000;
/** Of 100 bits. A member's is good for two weeks; a moderator's or an editor's for a day. */
const [memberDays, staffDays] = [14, 1];

/** So many invitations somebody has in a calendar month (UTC). */
const invitationsAMonth: Readonly<Record<ForumRole, number>> = {
  member: 0,
  standing: 2,
  moderator: 20,
  editor: 20,
};

/** A code, as it is told once: its hash alone is kept. */
export interface ForumInvitation {
  readonly code: string;
  /** Milliseconds since 1970 UTC. */
  readonly untilMs: number;
}

/** What came of inviting. "not-yet": members of standing alone invite. `fromDay`: on which there are some again. */
export type InviteOutcome =
  | ({readonly outcome: "invited"} & ForumInvitation)
  | {readonly outcome: "none-left"; readonly fromDay: string}
  | {readonly outcome: "not-yet" | "shut"};

/** How many invitations somebody has left in this month. */
export function invitationsLeft(store: ForumStore, id: number): number {
  const member = memberRow(store, id);
  if (member === null) return 0;
  const given = member.invited_in === monthOf(store) ? member.invited : 0;
  return Math.max(0, invitationsAMonth[member.role] - given);
}

function monthOf({now}: ForumStore): string {
  return dayOf(now()).slice(0, 7);
}

/** Invites somebody new. One that is withdrawn or not used is not given back. */
export function inviteAnother(store: ForumStore, id: number): InviteOutcome {
  const {file} = store;
  return store.act(() => {
    const member = memberRow(store, id);
    if (member === null || invitationsAMonth[member.role] === 0) return {outcome: "not-yet"};
    if (!doorOf(store).joining) return {outcome: "shut"};
    const left = invitationsLeft(store, id);
    const month = monthOf(store);
    if (left === 0) return {outcome: "none-left", fromDay: nextMonth(month)};
    file.change("countInvited", {id, month, count: invitationsAMonth[member.role] - left + 1});
    return {outcome: "invited", ...addInvitation(store, "member", id)};
  });
}

function nextMonth(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return dayOf(Date.UTC(year, number, 1));
}

/** Invites somebody as what they are to be, at the machine itself: so the first editor comes. That one more decides about others is public. */
export function inviteAs(store: ForumStore, role: ForumRole): ForumInvitation & {readonly role: ForumRole} {
  return store.act(() => {
    if (isAtLeast(role, "moderator")) store.record(null, "invited", {role});
    return {role, ...addInvitation(store, role, null)};
  });
}

function addInvitation({file, now}: ForumStore, role: ForumRole, inviter: number | null): ForumInvitation {
  const code = makeCode(lettersOfCode, lettersOfGroup);
  const days = isAtLeast(role, "moderator") ? staffDays : memberDays;
  // By the day, so that it does not tell when somebody was there: to the end of the last.
  const until = (Math.floor(now() / dayMs) + days + 1) * dayMs;
  file.change("dropOldInvitations", {now: now()});
  file.change("inviteMember", {digest: invitationDigest(code), role, until, inviter});
  return {code, untilMs: until};
}

/** Somebody's invitations that nobody has used yet. */
export function listOwnInvitations({file, now}: ForumStore, inviter: number): {id: number; untilMs: number}[] {
  return file
    .all<{id: number; until_ms: number}>("invitationsBy", {inviter, now: now()})
    .map(({id, until_ms}) => ({id, untilMs: until_ms}));
}

/** Takes an own invitation back; nothing happens where it is gone already. */
export function withdrawOwn({file}: ForumStore, inviter: number, id: number): void {
  file.change("withdrawOwn", {id, inviter});
}
