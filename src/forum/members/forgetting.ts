import {readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {dayOf} from "../../accounts/day.ts";
import {dropOldSessions} from "../../accounts/sessions.ts";
import type {ForumStore} from "../store.ts";
import {passDays} from "./standing.ts";

const dayMs = 86_400_000;
const stepMs = 30_000;
/** So long a knock waits; so long who was turned away is told; so long a copy of before a change of version stays. */
const [waitingDays, turnedAwayDays, copyDays] = [30, 14, 30];

/**
 * Forgets what is to be forgotten by now: sessions, invitations and knocks that are over, who invited whom, to the second when somebody proved
 * who they are. Done once an hour.
 *
 * @param folder Of the forum: copies of before a change of version go after 30 days.
 */
export function forgetOld(store: ForumStore, folder: string): void {
  const {file, now} = store;
  const at = now();
  file.whole(() => {
    dropOldSessions(store);
    file.change("dropOldInvitations", {now: at});
    const dayBefore = (days: number): string => dayOf(at - days * dayMs);
    const [waitingSince, turnedAwaySince] = [dayBefore(waitingDays), dayBefore(turnedAwayDays)];
    file.change("dropOldKnocks", {waitingSince, turnedAwaySince});
    file.change("forgetAgain", {now: at});
    // A code of an app is good for a minute: a day later none of them is taken twice.
    file.change("forgetSteps", {step: Math.floor((at - dayMs) / stepMs)});
    passDays(store);
  });
  for (const name of readdirSync(folder).filter((one) => /^forum\.sqlite\.version-\d+$/.test(one))) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < at - copyDays * dayMs) rmSync(path);
  }
  file.settle();
}
