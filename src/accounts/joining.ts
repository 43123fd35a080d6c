import {dayOf} from "./day.ts";
import {offerPasskey, offerTotp, provenSecond, type SecondProof, type TotpOffer} from "./enrolment.ts";
import {TooBusy} from "./factors/hashing.ts";
import {keepSecond, renewCodes} from "./factors/keep.ts";
import {findPhraseFault, type PhraseFault} from "./factors/pass-phrase.ts";
import type {PasskeySite} from "./factors/passkey.ts";
import {type InvitationRow, invitationDigest} from "./invitations.ts";
import {dropAccess, findPerson, type Person} from "./people.ts";
import type {Role} from "./rights.ts";
import {beginSession, keepPending, pendingOf, renewSession, type SessionRow, sessionRow} from "./sessions.ts";
import type {Attempt, Refused} from "./signing-in.ts";
import type {AccountsStore} from "./store.ts";

/**
 * The code of an invitation was typed: is it good?
 *
 * It is used up when the person has joined: who loses the browser in between begins again with the same code.
 *
 * @param from The address that it came from, which is kept in memory alone.
 */
export function enterCode(store: AccountsStore, code: string, from: string): Attempt {
  const {file, limits, log, now} = store;
  const seconds = limits.take("address", from) || limits.take("all", "");
  if (seconds > 0) return {outcome: "wait", seconds};
  const row = file.one<InvitationRow>("invitationByDigest", {digest: invitationDigest(code), now: now()});
  if (row === undefined) {
    if (limits.take("told", "code") === 0) store.act(() => log.add({who: "", act: "code-refused", about: ""}));
    return {outcome: "refused"};
  }
  return {outcome: "on", token: beginSession(store, {stage: "joining", invitation: row.id})};
}

/** What came of a pass phrase that somebody chose. */
export type PhraseOutcome =
  | {readonly outcome: "taken"}
  | {readonly outcome: "fault"; readonly fault: PhraseFault}
  | {readonly outcome: "busy"; readonly seconds: number}
  | {readonly outcome: "over"};

/** Somebody whose code was right. */
export interface Joiner<R extends string> {
  readonly row: SessionRow;
  readonly invitation: InvitationRow<R>;
  /** As the invitation has it; or as it was chosen. */
  readonly name: string;
}

/** Who joins with this token; null where nobody does, or the invitation is over. */
export function joinerOf<R extends string>(store: AccountsStore<R>, token: string): Joiner<R> | null {
  const row = sessionRow(store, token);
  if (row === null || row.stage !== "joining") return null;
  const invitation = store.file.one<InvitationRow<R>>("invitation", {id: row.invitation});
  if (invitation === undefined || invitation.until_ms <= store.now()) return null;
  return {row, invitation, name: pendingOf(store, row).name ?? invitation.name};
}

/** The hash of a pass phrase, where it may be taken; or why not. */
export async function hashChosen(
  {hashing}: AccountsStore,
  phrase: string,
  about: readonly string[],
): Promise<{readonly outcome: "hash"; readonly hash: string} | Exclude<PhraseOutcome, {outcome: "taken" | "over"}>> {
  const fault = findPhraseFault(phrase, about);
  if (fault !== null) return {outcome: "fault", fault};
  try {
    return {outcome: "hash", hash: await hashing.hash(phrase)};
  } catch (cause) {
    if (cause instanceof TooBusy) return {outcome: "busy", seconds: cause.afterSeconds};
    throw cause;
  }
}

/**
 * Takes the pass phrase of somebody who joins.
 *
 * @param about Names that are no pass phrase here, such as the publication's.
 */
export async function choosePhrase(
  store: AccountsStore,
  token: string,
  phrase: string,
  about: readonly string[],
): Promise<PhraseOutcome> {
  const joiner = joinerOf(store, token);
  if (joiner === null) return {outcome: "over"};
  const chosen = await hashChosen(store, phrase, [joiner.name, ...about]);
  if (chosen.outcome !== "hash") return chosen;
  keepPending(store, joiner.row, {phrase: chosen.hash});
  return {outcome: "taken"};
}

/** Offers an app of codes to somebody who joins; null where that is over, or the pass phrase is not chosen yet. */
export async function offerTotpToJoiner(store: AccountsStore, token: string, site: string): Promise<TotpOffer | null> {
  const joiner = withPhrase(store, token);
  return joiner && offerTotp(store, joiner.row, {name: joiner.name, site});
}

/** Asks somebody who joins for a passkey; null as with codes. */
export async function offerPasskeyToJoiner(
  store: AccountsStore,
  token: string,
  where: PasskeySite,
  site: string,
): Promise<string | null> {
  const joiner = withPhrase(store, token);
  return joiner && offerPasskey(store, joiner.row, where, {name: joiner.name, site});
}

function withPhrase<R extends string>(store: AccountsStore<R>, token: string): Joiner<R> | null {
  const joiner = joinerOf(store, token);
  return joiner === null || pendingOf(store, joiner.row).phrase === undefined ? null : joiner;
}

/** Somebody has joined: the token of a whole session, and the recovery codes, which are told once. */
export interface Joined {
  readonly outcome: "joined";
  readonly token: string;
  readonly recoveryCodes: readonly string[];
}

/** What came of joining. */
export type JoinOutcome = Joined | Refused | {readonly outcome: "over"};

/** Joins, with the second factor proved: whole or not at all. Of who has joined before all factors and sessions are replaced. */
export function join(store: AccountsStore<Role>, token: string, proof: SecondProof): Promise<JoinOutcome> {
  return joinAs<Role>(store, token, proof, ({invitation}, phrase) => ({
    id: settle(store, invitation, phrase),
    role: invitation.role,
  }));
}

/**
 * Joins as the person that is made of an invitation and a pass phrase: whole or not at all.
 *
 * @param proof null without a second factor, where `make` is of a role that needs none.
 * @param make In the transaction; what it tells instead of a person is what came of it.
 */
export async function joinAs<R extends string, Instead extends {readonly outcome: string} = never>(
  store: AccountsStore<R>,
  token: string,
  proof: SecondProof | null,
  make: (joiner: Joiner<R>, phrase: string) => Pick<Person<R>, "id" | "role"> | Instead,
): Promise<JoinOutcome | Instead> {
  const offered = withPhrase(store, token);
  if (offered === null) return {outcome: "over"};
  const second = proof && (await provenSecond(store, offered.row, proof));
  if (second === null && (proof !== null || store.kind.needsSecond(offered.invitation.role)))
    return {outcome: "refused"};
  return store.act(() => {
    // Meanwhile somebody else may have used the code.
    const joiner = withPhrase(store, token);
    if (joiner === null) return {outcome: "over"};
    const {row, invitation} = joiner;
    const person = make(joiner, pendingOf(store, row).phrase!);
    if ("outcome" in person) return person;
    if (second !== null) keepSecond(store, person.id, second);
    const recoveryCodes = renewCodes(store, person.id);
    const whole = renewSession(store, row, person);
    store.file.change("dropInvitation", {id: invitation.id});
    return {outcome: "joined", token: whole, recoveryCodes};
  });
}

/** The person of an invitation, without any factor but the pass phrase and without any session. */
function settle(store: AccountsStore<Role>, {name, key, role}: InvitationRow, phrase: string): number {
  const {file, log, now} = store;
  const known = findPerson(store, name);
  if (known === null) {
    const {id} = file.change("addPerson", {name, key, role, joined: dayOf(now())});
    file.change("setPhrase", {id, phrase});
    log.add({who: name, act: "joined", about: `as ${role}`});
    return id;
  }
  const {id} = known;
  dropAccess(store, id);
  file.change("reviewPerson", {id, name, role});
  file.change("setPhrase", {id, phrase});
  log.add({who: name, act: "joined-anew", about: `as ${role}`});
  return id;
}
