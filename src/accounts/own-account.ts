import {offerPasskey, offerTotp, provenSecond, type SecondProof, type TotpOffer} from "./enrolment.ts";
import {keepSecond, passkeysOf, renewCodes} from "./factors/keep.ts";
import type {PasskeySite} from "./factors/passkey.ts";
import {hashChosen, type PhraseOutcome} from "./joining.ts";
import type {PersonRow} from "./people.ts";
import {type SessionRow, sessionRow} from "./sessions.ts";
import type {AccountsStore} from "./store.ts";

/** The factors that somebody has, without their secrets. */
export interface OwnFactors {
  readonly hasTotp: boolean;
  /** `added`: the day in UTC. */
  readonly passkeys: readonly {readonly id: string; readonly added: string}[];
  readonly recoveryCodes: number;
}

/** The factors of somebody. */
export function factorsOf(store: AccountsStore, person: number): OwnFactors {
  const row = store.file.one<PersonRow<string>>("person", {id: person});
  const recoveryCodes = store.file.one<{count: number}>("recoveryCodesLeft", {person})!.count;
  const passkeys = passkeysOf(store, person).map(({id, added}) => ({id, added}));
  return {hasTotp: typeof row?.totp === "string", passkeys, recoveryCodes};
}

/** Somebody who has just proved who they are. */
export interface Owner {
  readonly row: SessionRow;
  readonly person: PersonRow<string>;
}

/** Who does what is asked for twice: somebody who has proved who they are within five minutes; else null. */
export function ownerOf(store: AccountsStore, token: string): Owner | null {
  const row = sessionRow(store, token);
  if (row === null || row.stage !== "whole" || store.now() >= row.again_until_ms) return null;
  const person = store.file.one<PersonRow<string>>("person", {id: row.person});
  return person === undefined || person.ended !== null ? null : {row, person};
}

/** Changes the pass phrase, and ends the person's other sessions; "over" where the second factor has to be shown again. */
export async function changePhrase(
  store: AccountsStore,
  token: string,
  phrase: string,
  about: readonly string[],
): Promise<PhraseOutcome> {
  const owner = ownerOf(store, token);
  if (owner === null) return {outcome: "over"};
  const chosen = await hashChosen(store, phrase, [owner.person.name, ...about]);
  if (chosen.outcome !== "hash") return chosen;
  return store.act(() => {
    const now = ownerOf(store, token);
    if (now === null) return {outcome: "over"};
    const {row, person} = now;
    store.file.change("setPhrase", {id: person.id, phrase: chosen.hash});
    store.file.change("dropSessionsOf", {person: person.id, except: row.id});
    store.log.add({who: person.name, act: "phrase-changed", about: ""});
    return {outcome: "taken"};
  });
}

/** Offers another app of codes; null where the second factor has to be shown again. */
export async function offerOwnTotp(store: AccountsStore, token: string, site: string): Promise<TotpOffer | null> {
  const owner = ownerOf(store, token);
  return owner && offerTotp(store, owner.row, {name: owner.person.name, site});
}

/** Asks for one more passkey; null where the second factor has to be shown again. */
export async function offerOwnPasskey(
  store: AccountsStore,
  token: string,
  where: PasskeySite,
  site: string,
): Promise<string | null> {
  const owner = ownerOf(store, token);
  return owner && offerPasskey(store, owner.row, where, {name: owner.person.name, site});
}

/** What came of a change of the own factors. "last" where nobody would be left to show. */
export type FactorOutcome = "done" | "refused" | "over" | "last";

/** Keeps the second factor that was offered and is proved: an app of codes in the place of the one before, a passkey beside the others. */
export async function addSecond(store: AccountsStore, token: string, proof: SecondProof): Promise<FactorOutcome> {
  const offered = ownerOf(store, token);
  if (offered === null) return "over";
  const second = await provenSecond(store, offered.row, proof);
  if (second === null) return "refused";
  return store.act(() => {
    const owner = ownerOf(store, token);
    if (owner === null) return "over";
    const {row, person} = owner;
    keepSecond(store, person.id, second);
    store.file.change("setPending", {id: row.id, pending: null});
    store.log.add({who: person.name, act: second.kind === "totp" ? "totp-changed" : "passkey-added", about: ""});
    return "done";
  });
}

/** Takes a second factor away, but not the last of somebody who needs one. @param which "totp", or the number of a passkey. */
export function dropSecond(store: AccountsStore, token: string, which: string): FactorOutcome {
  return store.act(() => {
    const owner = ownerOf(store, token);
    if (owner === null) return "over";
    const {id, name, role} = owner.person;
    const {hasTotp, passkeys} = factorsOf(store, id);
    if (store.kind.needsSecond(role) && (hasTotp ? 1 : 0) + passkeys.length < 2) return "last";
    const {rows} =
      which === "totp"
        ? store.file.change("setTotp", {id, totp: null, step: owner.person.totp_step})
        : store.file.change("dropPasskey", {id: which, person: id});
    if (rows === 0) return "refused";
    store.log.add({who: name, act: which === "totp" ? "totp-removed" : "passkey-removed", about: ""});
    return "done";
  });
}

/** Makes new recovery codes, which are told once; null where the second factor has to be shown again. */
export function renewOwnCodes(store: AccountsStore, token: string): readonly string[] | null {
  return store.act(() => {
    const owner = ownerOf(store, token);
    if (owner === null) return null;
    store.log.add({who: owner.person.name, act: "recovery-codes-renewed", about: ""});
    return renewCodes(store, owner.person.id);
  });
}
