import {dayOf} from "../../accounts/day.ts";
import {factorsOf, ownerOf} from "../../accounts/own-account.ts";
import {dropAccess} from "../../accounts/people.ts";
import {listSessions} from "../../accounts/sessions.ts";
import type {ForumStore} from "../store.ts";
import {invitationsLeft, listOwnInvitations} from "./inviting.ts";
import {memberRow} from "./standing.ts";

/** All that is kept of a member besides what they wrote, for themselves: secrets by their number alone. */
export function ownAccount(store: ForumStore, id: number): object | null {
  const row = memberRow(store, id);
  if (row === null) return null;
  const vouch = row.vouch === null ? null : (memberRow(store, row.vouch)?.name ?? null);
  return {
    name: row.name,
    role: row.role,
    joined: row.joined,
    postsAreHeld: row.held === 1,
    postsShown: row.shown,
    invitedBy: vouch,
    secondFactors: factorsOf(store, id),
    sessions: listSessions(store, id).map(({began, seen}) => ({began, seen})),
    invitationsLeft: invitationsLeft(store, id),
    invitations: listOwnInvitations(store, id).map(({untilMs}) => ({until: dayOf(untilMs - 1)})),
  };
}

/** What becomes of what a member wrote who leaves: it stays without a name, or goes. */
export type PostsOfLeaver = "stay" | "go";

/**
 * Leaves: name, factors, sessions and invitations are deleted and overwritten, and nobody is called so any more.
 *
 * @param dropPosts Deals with what they wrote, in the same transaction.
 * @returns "over" where who they are has to be proved again.
 */
export function leaveForum(store: ForumStore, token: string, dropPosts: (member: number) => void): "left" | "over" {
  const {file} = store;
  const left = store.act(() => {
    const owner = ownerOf(store, token);
    if (owner === null) return "over";
    const {id} = owner.person;
    dropPosts(id);
    dropAccess(store, id);
    file.change("dropInvitationsBy", {inviter: id});
    file.change("dropMember", {id});
    return "left";
  });
  // What was written before stands in the file beside it until then.
  if (left === "left") file.settle();
  return left;
}
