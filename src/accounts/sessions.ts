import {sha256} from "../base/sha256.ts";
import type {InvitationRow} from "./invitations.ts";
import {type Actor, type Person, type PersonRow, personOf, shownPerson} from "./people.ts";
import type {Role} from "./rights.ts";
import {makeToken} from "./secrets.ts";
import {type AccountsStore, dayOf} from "./store.ts";

/** How far somebody is: joining (the code was right), half-way (the pass phrase was), or whole. */
export type Stage = "joining" | "half" | "whole";

/** The row of a session; of its token the hash alone. */
export interface SessionRow {
  readonly id: number;
  readonly digest: string;
  readonly stage: Stage;
  readonly person: number | null;
  readonly invitation: number | null;
  readonly began_ms: number;
  readonly seen_ms: number;
  readonly again_until_ms: number;
  readonly wrong: number;
  /** What was offered and is not taken yet, sealed for `pending`. */
  readonly pending: string | null;
}

/** Who asks, as far as it is known. */
export type Session =
  | {
      readonly stage: "joining";
      readonly id: number;
      readonly invited: {readonly name: string; readonly role: Role; readonly isAnew: boolean};
      readonly hasPhrase: boolean;
    }
  | {readonly stage: "half"; readonly id: number; readonly person: Person}
  | {readonly stage: "whole"; readonly id: number; readonly person: Person; readonly isAskedAgain: boolean};

/** A session as its owner sees it in a list: by day, without address and without agent. */
export interface ListedSession {
  readonly id: number;
  /** Days in UTC. */
  readonly began: string;
  readonly seen: string;
  readonly isThis: boolean;
}

const minuteMs = 60_000;
/** How long things last. */
const lifeTimes = {
  idleMs: 30 * minuteMs,
  wholeMs: 12 * 60 * minuteMs,
  halfMs: 10 * minuteMs,
  joiningMs: 60 * minuteMs,
  againMs: 5 * minuteMs,
} as const;
const mostOfPerson = 5;
/** So often a session says that it was seen: each time is a write. */
const seenEveryMs = minuteMs;

/** What is kept of a session between two steps. */
export interface Pending {
  readonly totp?: string;
  readonly challenge?: string;
  readonly phrase?: string;
}

const purpose = "pending";

/** What was kept of the last step. */
export function pendingOf({sealing}: AccountsStore, {pending}: SessionRow): Pending {
  return pending === null ? {} : (JSON.parse(sealing.open(pending, purpose)) as Pending);
}

/** Keeps more for the next step. */
export function keepPending(store: AccountsStore, row: SessionRow, more: Pending): void {
  const pending = store.sealing.seal(JSON.stringify({...pendingOf(store, row), ...more}), purpose);
  store.file.change("setPending", {id: row.id, pending});
}

/** Forgets sessions that have ended by themselves. */
function dropOld({file, now}: AccountsStore): void {
  const {idleMs, wholeMs, halfMs, joiningMs} = lifeTimes;
  const since = (ms: number): number => now() - ms;
  const ends = {wholeSince: since(wholeMs), halfSince: since(halfMs), joiningSince: since(joiningMs)};
  file.change("dropOldSessions", {idleSince: since(idleMs), ...ends});
}

/** Begins a session. @returns Its token, for the cookie. */
export function beginSession(
  store: AccountsStore,
  begun: {readonly stage: Stage; readonly person?: number; readonly invitation?: number},
): string {
  const token = makeToken();
  store.file.whole(() => {
    dropOld(store);
    const {stage, person = null, invitation = null} = begun;
    store.file.change("addSession", {digest: sha256(token), stage, person, invitation, now: store.now()});
    if (person !== null) store.file.change("dropSurplus", {person, stage, most: mostOfPerson});
  });
  return token;
}

/** Goes on with a session under a new token; the one before is worth nothing any more. */
export function renewSession(store: AccountsStore, row: SessionRow, person: number): string {
  const token = makeToken();
  const now = store.now();
  // Asked again, a session does not last longer for it.
  const began = row.stage === "whole" ? row.began_ms : now;
  const again = now + lifeTimes.againMs;
  store.file.change("renewSession", {id: row.id, digest: sha256(token), stage: "whole", person, began, now, again});
  store.file.change("dropSurplus", {person, stage: "whole", most: mostOfPerson});
  return token;
}

/** The row of a token; null where there is none, or it has ended. */
export function sessionRow(store: AccountsStore, token: string): SessionRow | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const row = store.file.one<SessionRow>("session", {digest: sha256(token)});
  if (row === undefined) return null;
  const {idleMs, wholeMs, halfMs, joiningMs} = lifeTimes;
  const most = {whole: wholeMs, half: halfMs, joining: joiningMs}[row.stage];
  const isOver = store.now() >= row.seen_ms + idleMs || store.now() >= row.began_ms + most;
  return isOver ? null : row;
}

/** Who asks with this token; null for nobody. That the session is used is kept, to the minute. */
export function sessionOf(store: AccountsStore, token: string): Session | null {
  const row = sessionRow(store, token);
  if (row === null) return null;
  const now = store.now();
  const session = told(store, row);
  if (session !== null && now >= row.seen_ms + seenEveryMs) store.file.change("seeSession", {id: row.id, now});
  return session;
}

function told(store: AccountsStore, row: SessionRow): Session | null {
  const {id, stage} = row;
  if (stage === "joining") {
    const invitation = store.file.one<InvitationRow>("invitation", {id: row.invitation});
    if (invitation === undefined || invitation.until_ms <= store.now()) return null;
    const {name, role, key} = invitation;
    const isAnew = store.file.one("personByKey", {key}) !== undefined;
    return {stage, id, invited: {name, role, isAnew}, hasPhrase: pendingOf(store, row).phrase !== undefined};
  }
  const person = store.file.one<PersonRow>("person", {id: row.person});
  if (person === undefined || person.ended !== null) return null;
  if (stage === "half") return {stage, id, person: shownPerson(person)};
  return {stage, id, person: shownPerson(person), isAskedAgain: store.now() < row.again_until_ms};
}

/** Somebody's sessions, the oldest first. */
export function listSessions(store: AccountsStore, person: number, own?: number): ListedSession[] {
  return store.file
    .all<SessionRow>("sessionsOf", {person})
    .filter((row) => store.now() < row.seen_ms + lifeTimes.idleMs && store.now() < row.began_ms + lifeTimes.wholeMs)
    .map(({id, began_ms, seen_ms}) => ({id, began: dayOf(began_ms), seen: dayOf(seen_ms), isThis: id === own}));
}

/** Signs out: the token is worth nothing any more. */
export function endSession(store: AccountsStore, token: string): void {
  const row = sessionRow(store, token);
  if (row === null) return;
  const person = row.person === null ? undefined : store.file.one<PersonRow>("person", {id: row.person});
  store.act(() => {
    store.file.change("dropSession", {id: row.id});
    if (person !== undefined) store.log.add({who: person.name, act: "signed-out", about: ""});
  });
}

/**
 * Ends sessions of somebody: one, or all but one, or all.
 *
 * @throws {UserError} PERSON_REFUSED
 */
export function endSessions(
  store: AccountsStore,
  id: number,
  by: Actor,
  which: {readonly only?: number; readonly except?: number} = {},
): number {
  const person = personOf(store, id);
  return store.act(() => {
    const {only, except = 0} = which;
    const {rows} =
      only === undefined
        ? store.file.change("dropSessionsOf", {person: id, except})
        : store.file.change("dropSessionOf", {id: only, person: id});
    if (rows > 0) store.log.add({who: by.name, act: "sessions-ended", about: `${person.name}: ${rows}`});
    return rows;
  });
}
