import type {AccountsKind, SessionLives} from "../../accounts/kind.ts";

/** What somebody can be in a forum, from the fewest to the most rights. */
export const forumRoles = ["member", "standing", "moderator", "editor"] as const;

/** What somebody is in a forum. */
export type ForumRole = (typeof forumRoles)[number];

/** Is somebody of that role that, or more? */
export function isAtLeast(role: ForumRole, least: ForumRole): boolean {
  return forumRoles.indexOf(role) >= forumRoles.indexOf(least);
}

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];

/** Of members the day alone is kept: nobody is to learn from the file when somebody was there. */
const ofMembers: SessionLives = {idleMs: 7 * dayMs, wholeMs: 30 * dayMs, seenEveryMs: dayMs, roundMs: dayMs};
const ofModerators: SessionLives = {idleMs: hourMs, wholeMs: 12 * hourMs, seenEveryMs: minuteMs, roundMs: minuteMs};

const needsSecond = (role: ForumRole): boolean => isAtLeast(role, "moderator");

/** The accounts of a forum: who decides about others' posts has a second factor, and shorter sessions. */
export const forumKind: AccountsKind<ForumRole> = {
  roles: forumRoles,
  livesOf: (role) => (needsSecond(role) ? ofModerators : ofMembers),
  needsSecond,
};
