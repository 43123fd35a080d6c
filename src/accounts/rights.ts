import type {AccountsKind} from "./kind.ts";

/** What somebody can be at the desk, from the most to the least rights. */
export const roles = ["editor", "bookkeeper", "reviewer", "reader"] as const;

/** What somebody is at the desk. */
export type Role = (typeof roles)[number];

/**
 * What there is to do at the desk: look at drafts, read logs in, decide about clients, keep the books, change the settings, publish, and say
 * who may sign in.
 */
export const rights = ["drafts", "logs", "clients", "books", "settings", "publish", "people"] as const;

/** Something that there is to do at the desk. */
export type Right = (typeof rights)[number];

/** Who may what: one row a role. What does not stand there may not be done. */
const rightsByRole: Readonly<Record<Role, readonly Right[]>> = {
  editor: rights,
  bookkeeper: ["drafts", "books"],
  reviewer: ["drafts", "clients"],
  reader: ["drafts"],
};

/** May somebody of that role do that? */
export function mayDo(role: Role, right: Right): boolean {
  return rightsByRole[role].includes(right);
}

const minuteMs = 60_000;
const lives = {idleMs: 30 * minuteMs, wholeMs: 12 * 60 * minuteMs, seenEveryMs: minuteMs, roundMs: 1} as const;

/** The accounts of the desk: nobody is there without a second factor. */
export const deskKind: AccountsKind<Role> = {roles, livesOf: () => lives, needsSecond: () => true};
