import {TooBusy} from "./factors/hashing.ts";
import {hasSecond, passkeysOf, totpPurpose} from "./factors/keep.ts";
import {checkPasskey, type PasskeySite, requestPasskey} from "./factors/passkey.ts";
import {recoveryDigest} from "./factors/recovery-codes.ts";
import {stepOfCode} from "./factors/totp.ts";
import {findPerson, nameKey, type PersonRow} from "./people.ts";
import {beginSession, keepPending, pendingOf, renewSession, type SessionRow, sessionRow} from "./sessions.ts";
import type {AccountsStore} from "./store.ts";

/** What was typed is not right; which of it is not said. */
export interface Refused {
  readonly outcome: "refused";
}

/** A step: done, with the token of the next; not right; or to be tried again in so many seconds. */
export type Attempt =
  | {readonly outcome: "on"; readonly token: string}
  | Refused
  /** Too often with this name, from this address, or in all. */
  | {readonly outcome: "wait"; readonly seconds: number}
  /** More is being checked than the machine should do at once. */
  | {readonly outcome: "busy"; readonly seconds: number};

/** A step of a session, which may be over meanwhile. */
export type StepAttempt = Attempt | {readonly outcome: "over"};

/** What is typed at the first step. */
export interface SignInRequest {
  readonly name: string;
  readonly phrase: string;
  /** The address that it came from, which is kept in memory alone. */
  readonly from: string;
}

/**
 * The first step: name and pass phrase. Right, somebody is half-way; or there, without a second factor where none is needed.
 *
 * A name that there is not gets the same answer, after the same time.
 */
export async function signIn(store: AccountsStore, {name, phrase, from}: SignInRequest): Promise<Attempt> {
  const {file, hashing} = store;
  const seconds = countAttempt(store, name, from);
  if (seconds > 0) return {outcome: "wait", seconds};
  const person = findPerson(store, name);
  try {
    const {isRight, isOld} = await hashing.check(phrase, person?.phrase ?? null);
    if (person === null || !isRight) {
      tellRefused(store, person, "sign-in-refused");
      return {outcome: "refused"};
    }
    const hash = isOld ? await hashing.hash(phrase) : person.phrase;
    // Meanwhile the person may have got another phrase, or be ended.
    if (findPerson(store, name)?.phrase !== person.phrase) return {outcome: "refused"};
    if (isOld) file.change("setPhrase", {id: person.id, phrase: hash});
    return {outcome: "on", token: beginFor(store, person, "phrase")};
  } catch (cause) {
    if (cause instanceof TooBusy) return {outcome: "busy", seconds: cause.afterSeconds};
    throw cause;
  }
}

/** Counts one more attempt with a name. @returns 0 where it may be made, else in how many whole seconds. */
export function countAttempt({limits}: AccountsStore, name: string, from: string): number {
  return limits.take("name", nameKey(name)) || limits.take("address", from) || limits.take("all", "");
}

/** Begins the session of somebody whose first step was right, with what it was shown. */
export function beginFor(store: AccountsStore, person: PersonRow<string>, shown: string): string {
  if (store.kind.needsSecond(person.role) || hasSecond(store, person))
    return beginSession(store, {stage: "half", person});
  return store.act(() => {
    store.log.add({who: person.name, act: "signed-in", about: shown});
    store.limits.forget("name", person.key);
    return beginSession(store, {stage: "whole", person});
  });
}

/** What was typed as a name may have been a pass phrase: of a name that there is not, nothing is told but that. */
function tellRefused(store: AccountsStore, person: PersonRow<string> | null, act: string): void {
  const who = person?.name ?? "";
  if (store.limits.take("told", `${act} ${who}`) === 0) store.act(() => store.log.add({who, act, about: ""}));
}

/** What somebody shows at the second step, and again before what is asked for twice. */
export type Proof =
  | {readonly kind: "totp"; readonly code: string}
  | {readonly kind: "recovery"; readonly code: string}
  | {readonly kind: "passkey"; readonly answer: string; readonly site: PasskeySite}
  /** Asked again, of somebody who has no second factor and needs none. */
  | {readonly kind: "phrase"; readonly phrase: string};

/** With what somebody can take the second step. */
export interface SecondFactors {
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** With what the person of a session that is half-way or whole can take the second step; null where it is over. */
export function secondFactorsOf(store: AccountsStore, token: string): SecondFactors | null {
  const found = stepperOf(store, token);
  if (found === null) return null;
  const {id, totp} = found.person;
  const recoveryCodes = store.file.one<{count: number}>("recoveryCodesLeft", {person: id})!.count;
  return {hasTotp: totp !== null, passkeys: passkeysOf(store, id).length, recoveryCodes};
}

/** Asks for one of the person's passkeys. @returns What the browser's script takes; null where there is none. */
export async function askForPasskey(store: AccountsStore, token: string, site: PasskeySite): Promise<string | null> {
  const found = stepperOf(store, token);
  const known = found === null ? [] : passkeysOf(store, found.person.id);
  if (found === null || known.length === 0) return null;
  const {options, challenge} = await requestPasskey(site, known);
  keepPending(store, found.row, {challenge});
  return options;
}

const mostWrong = 5;

/**
 * The second step, which makes a session whole; of a whole one, the same asked again. The token is a new one.
 *
 * After five that are wrong the session is over. A code, a challenge and a recovery code is taken once.
 */
export async function prove(store: AccountsStore, token: string, proof: Proof): Promise<StepAttempt> {
  const found = stepperOf(store, token);
  if (found === null) return {outcome: "over"};
  const about = String(found.person.id);
  const seconds = store.limits.take("second", about);
  if (seconds > 0) return {outcome: "wait", seconds};
  const checked = await checkProof(store, found, proof).catch(busyOrFault);
  if (checked instanceof TooBusy) return {outcome: "busy", seconds: checked.afterSeconds};
  return store.act(() => {
    // Two at once may have shown the same, or the session may have been ended.
    const now = stepperOf(store, token);
    if (now === null) return {outcome: "over"};
    const {row, person} = now;
    if (checked === null || !checked.use()) {
      const isOver = row.wrong + 1 >= mostWrong;
      store.file.change(isOver ? "dropSession" : "missSession", {id: row.id});
      store.log.add({who: person.name, act: "second-step-refused", about: proof.kind});
      return {outcome: isOver ? "over" : "refused"};
    }
    store.log.add({who: person.name, act: row.stage === "whole" ? "asked-again" : "signed-in", about: proof.kind});
    store.limits.forget("second", about);
    store.limits.forget("name", person.key);
    return {outcome: "on", token: renewSession(store, row, person)};
  });
}

function busyOrFault(cause: unknown): TooBusy {
  if (cause instanceof TooBusy) return cause;
  throw cause;
}

interface Stepper {
  readonly row: SessionRow;
  readonly person: PersonRow<string>;
}

function stepperOf(store: AccountsStore, token: string): Stepper | null {
  const row = sessionRow(store, token);
  if (row === null || row.stage === "joining") return null;
  const person = store.file.one<PersonRow<string>>("person", {id: row.person});
  return person === undefined || person.ended !== null ? null : {row, person};
}

/** What was shown is right; `use` takes it, once: false where somebody else was faster. */
interface Checked {
  use(): boolean;
}

async function checkProof(store: AccountsStore, {row, person}: Stepper, proof: Proof): Promise<Checked | null> {
  const {file, hashing, kind, sealing, now} = store;
  const {id} = person;
  switch (proof.kind) {
    case "totp": {
      if (person.totp === null) return null;
      const step = stepOfCode(sealing.open(person.totp, totpPurpose(id)), proof.code, now(), person.totp_step);
      return step === null ? null : {use: () => file.change("useTotpStep", {id, step}).rows === 1};
    }
    case "recovery": {
      // A second code of the same paper is no second factor.
      if (pendingOf(store, row).isRecovered) return null;
      const digest = recoveryDigest(proof.code);
      return {use: () => file.change("useRecoveryCode", {digest, person: id}).rows === 1};
    }
    case "passkey": {
      const {challenge} = pendingOf(store, row);
      const known = passkeysOf(store, id);
      const kept = challenge === undefined ? null : await checkPasskey(proof.answer, challenge, proof.site, known);
      if (kept === null) return null;
      const {counter} = kept;
      return {use: () => file.change("countPasskey", {id: kept.id, person: id, counter}).rows === 1};
    }
    case "phrase": {
      if (row.stage !== "whole" || kind.needsSecond(person.role) || hasSecond(store, person)) return null;
      const {isRight} = await hashing.check(proof.phrase, person.phrase);
      return {use: () => isRight && file.one<PersonRow<string>>("person", {id})?.phrase === person.phrase};
    }
  }
}
