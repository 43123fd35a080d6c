import {recoveryDigest} from "../../accounts/factors/recovery-codes.ts";
import {findPerson, nameKey} from "../../accounts/people.ts";
import {keepPending, sessionRow} from "../../accounts/sessions.ts";
import {type Attempt, beginFor, countAttempt, type SignInRequest, signIn} from "../../accounts/signing-in.ts";
import type {ForumStore} from "../store.ts";
import {type KnockerOutcome, knockOf, tellKnocker} from "./knocks.ts";

/** What came of signing in. `isWhole`: else the second factor is asked for. */
export type ForumSignIn =
  | {readonly outcome: "on"; readonly token: string; readonly isWhole: boolean}
  /** Who knocked waits; or was turned away. */
  | KnockerOutcome;

/** Signs in by name and pass phrase. Who has knocked and types their own is told how it stands; a name that there is not gets the same answer as a wrong phrase. */
export async function signInMember(store: ForumStore, request: SignInRequest): Promise<ForumSignIn> {
  const knock = findPerson(store, request.name) === null ? knockOf(store, request.name) : null;
  if (knock !== null) return tellKnocker(store, knock, request);
  return withStage(store, await signIn(store, request));
}

/** What is typed by who has lost the pass phrase. */
export interface RecoveryRequest {
  readonly name: string;
  /** One of the eight. */
  readonly code: string;
  /** The address that it came from, which is kept in memory alone. */
  readonly from: string;
}

/**
 * Signs in by a recovery code in the place of the pass phrase, which can be chosen anew then. The code is used up.
 *
 * A second factor is asked for all the same, and is no other code.
 */
export function recoverMember(store: ForumStore, {name, code, from}: RecoveryRequest): ForumSignIn {
  const seconds = countAttempt(store, name, from);
  if (seconds > 0) return {outcome: "wait", seconds};
  return store.act(() => {
    const person = findPerson(store, name);
    const digest = recoveryDigest(code);
    const {rows} = store.file.change("useRecoveryCode", {digest, person: person?.id ?? -1});
    if (person === null || person.ended !== null || rows !== 1) return {outcome: "refused"};
    store.limits.forget("name", nameKey(name));
    const token = beginFor(store, person, "recovery");
    const row = sessionRow(store, token)!;
    if (row.stage === "half") keepPending(store, row, {isRecovered: true});
    return {outcome: "on", token, isWhole: row.stage === "whole"};
  });
}

function withStage(store: ForumStore, attempt: Attempt): ForumSignIn {
  if (attempt.outcome !== "on") return attempt;
  return {...attempt, isWhole: sessionRow(store, attempt.token)?.stage === "whole"};
}
