import {sha256} from "../base/sha256.ts";
import {dayOf} from "./day.ts";
import type {InvitationRow} from "./invitations.ts";
import {type Actor, type Person, type PersonRow, personOf, shownPerson} from "./people.ts";
import type {Role} from "./rights.ts";
import {makeToken} from "./secrets.ts";
import type {AccountsStore} from "./store.ts";

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
  /** Of the person. */
  readonly role: string | null;
}

/** Who asks, as far as it is known. */
export type Session<R extends string = Role> =
  | {
      readonly stage: "joining";
      readonly id: number;
      readonly invited: {readonly name: string; readonly role: R; readonly isAnew: boolean};
      readonly hasPhrase: boolean;
    }
  | {readonly stage: "half"; readonly id: number; readonly person: Person<R>}
  | {readonly stage: "whole"; readonly id: number; readonly person: Person<R>; readonly isAskedAgain: boolean};

/** A session as its owner sees it in a list: by day, without address and without agent. */
export interface ListedSession {
  readonly id: number;
  /** Days in UTC. */
  readonly began: string;
  readonly seen: string;
  readonly isThis: boolean;
}

const minuteMs = 60_000;
/** How long steps last; a whole session as the kind of accounts says. */
const stepLives = {idleMs: 30 * minuteMs, half: 10 * minuteMs, joining: 60 * minuteMs, againMs: 5 * minuteMs} as const;
const mostOfPerson = 5;

/** What is kept of a session between two steps. */
export interface Pending {
  readonly totp?: string;
  readonly challenge?: string;
  readonly phrase?: string;
  /** The name that somebody chose who joins. */
  readonly name?: string;
  /** A recovery code stood in the place of the pass phrase. */
  readonly isRecovered?: boolean;
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
export function dropOldSessions({file, kind, now}: AccountsStore): void {
  const lives = kind.roles.map((role) => kind.livesOf(role));
  const since = (ms: number): number => now() - ms;
  const longest = (which: "idleMs" | "wholeMs"): number => Math.max(...lives.map((one) => one[which]));
  file.change("dropOldSessions", {
    idleSince: since(longest("idleMs")),
    wholeSince: since(longest("wholeMs")),
    halfSince: since(stepLives.half),
    joiningSince: since(stepLives.joining),
  });
}

/** A moment as it is written of a session of that role. */
function rounded({kind}: AccountsStore, role: string, atMs: number): number {
  return atMs - (atMs % kind.livesOf(role).roundMs);
}

/** Whose a session is. */
type Holder = Pick<Person<string>, "id" | "role">;

/** Begins a session. @returns Its token, for the cookie. */
export function beginSession(
  store: AccountsStore,
  begun: {readonly stage: Stage; readonly person?: Holder; readonly invitation?: number},
): string {
  const token = makeToken();
  store.file.whole(() => {
    dropOldSessions(store);
    const {stage, person, invitation = null} = begun;
    const isWhole = stage === "whole" && person !== undefined;
    const now = isWhole ? rounded(store, person.role, store.now()) : store.now();
    const again = isWhole ? store.now() + stepLives.againMs : 0;
    const id = person?.id ?? null;
    store.file.change("addSession", {digest: sha256(token), stage, person: id, invitation, now, again});
    if (id !== null) store.file.change("dropSurplus", {person: id, stage, most: mostOfPerson});
  });
  return token;
}

/** Goes on with a session under a new token; the one before is worth nothing any more. */
export function renewSession(store: AccountsStore, row: SessionRow, {id: person, role}: Holder): string {
  const token = makeToken();
  const seen = rounded(store, role, store.now());
  // Asked again, a session does not last longer for it.
  const began = row.stage === "whole" ? row.began_ms : seen;
  const again = store.now() + stepLives.againMs;
  store.file.change("renewSession", {id: row.id, digest: sha256(token), stage: "whole", person, began, seen, again});
  store.file.change("dropSurplus", {person, stage: "whole", most: mostOfPerson});
  return token;
}

/** The row of a token; null where there is none, or it has ended. */
export function sessionRow(store: AccountsStore, token: string): SessionRow | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const row = store.file.one<SessionRow>("session", {digest: sha256(token)});
  return row === undefined || store.now() >= endOf(store, row) ? null : row;
}

function endOf({kind}: AccountsStore, {stage, role, began_ms, seen_ms}: SessionRow): number {
  const {idleMs, wholeMs} =
    stage === "whole" ? kind.livesOf(role!) : {idleMs: stepLives.idleMs, wholeMs: stepLives[stage]};
  return Math.min(seen_ms + idleMs, began_ms + wholeMs);
}

/** Who asks with this token; null for nobody. That the session is used is kept, as exactly as the kind of accounts says. */
export function sessionOf<R extends string>(store: AccountsStore<R>, token: string): Session<R> | null {
  const row = sessionRow(store, token);
  if (row === null) return null;
  const session = told(store, row);
  if (session === null) return null;
  const every = row.stage === "whole" ? store.kind.livesOf(row.role as R).seenEveryMs : minuteMs;
  const now = store.now();
  if (now >= row.seen_ms + every) {
    const seen = row.stage === "whole" ? rounded(store, row.role!, now) : now;
    store.file.change("seeSession", {id: row.id, now: seen});
  }
  return session;
}

function told<R extends string>(store: AccountsStore<R>, row: SessionRow): Session<R> | null {
  const {id, stage} = row;
  if (stage === "joining") {
    const invitation = store.file.one<InvitationRow<R>>("invitation", {id: row.invitation});
    if (invitation === undefined || invitation.until_ms <= store.now()) return null;
    const {name, role, key} = invitation;
    const isAnew = store.file.one("personByKey", {key}) !== undefined;
    return {stage, id, invited: {name, role, isAnew}, hasPhrase: pendingOf(store, row).phrase !== undefined};
  }
  const person = store.file.one<PersonRow<R>>("person", {id: row.person});
  if (person === undefined || person.ended !== null) return null;
  if (stage === "half") return {stage, id, person: shownPerson(person)};
  return {stage, id, person: shownPerson(person), isAskedAgain: store.now() < row.again_until_ms};
}

/** Somebody's sessions, the oldest first. */
export function listSessions(store: AccountsStore, person: number, own?: number): ListedSession[] {
  return store.file
    .all<SessionRow>("sessionsOf", {person})
    .filter((row) => store.now() < endOf(store, row))
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
