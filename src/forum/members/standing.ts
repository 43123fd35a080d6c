import {dayOf} from "../../accounts/day.ts";
import type {PersonRow} from "../../accounts/people.ts";
import type {ForumStore} from "../store.ts";
import type {ForumRole} from "./roles.ts";

/** What a forum keeps of somebody besides what all accounts have. */
export interface MemberRow extends PersonRow<ForumRole> {
  /** How the name looks: no two look alike. */
  readonly look: string;
  /** 1 where posts wait for a moderator. */
  readonly held: 0 | 1;
  /** How many posts were shown. */
  readonly shown: number;
  /** Who invited: forgotten once the member has shown what they write. */
  readonly vouch: number | null;
  /** The month of the last invitation, YYYY-MM, and how many were in it. */
  readonly invited_in: string | null;
  readonly invited: number;
}

/** So many shown posts free a member from waiting. */
const shownUntilFree = 3;
/** So many shown posts, and so many days since joining, make a member one of standing. */
export const [shownUntilStanding, daysUntilStanding] = [10, 30] as const;
/** The vouch is forgotten by then at the latest. */
const vouchDays = 90;

const dayMs = 86_400_000;

/** Somebody who may sign in; null where there is nobody of that number. */
export function memberRow({file}: ForumStore, id: number): MemberRow | null {
  const row = file.one<MemberRow>("person", {id});
  return row === undefined || row.ended !== null ? null : row;
}

/** One more post of a member is shown. The third frees from waiting, and who invited them is forgotten; later ones make one of standing. */
export function countShown(store: ForumStore, id: number): void {
  const {file} = store;
  file.whole(() => {
    file.change("countShown", {id});
    const {shown = 0, held = 0, vouch = null} = memberRow(store, id) ?? {};
    if (shown >= shownUntilFree) {
      if (held === 1) stopHolding(store, id);
      if (vouch !== null) file.change("forgetVouch", {id});
    }
    // All of them are looked through: who has been there too short a time is raised when the days have passed.
    if (shown === shownUntilStanding) raise(store);
  });
}

/** What the member writes is shown from now on without waiting. */
export function stopHolding({file}: ForumStore, id: number): void {
  file.change("stopHolding", {id});
}

/** Makes those of standing who have become it. */
function raise({file, now}: ForumStore): void {
  file.change("raiseToStanding", {shown: shownUntilStanding, day: dayOf(now() - daysUntilStanding * dayMs)});
}

/** Raises who has been there long enough by now, and forgets who invited whom after 90 days. */
export function passDays(store: ForumStore): void {
  raise(store);
  store.file.change("forgetVouchesBefore", {day: dayOf(store.now() - vouchDays * dayMs)});
}
