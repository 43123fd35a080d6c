import {
  addSecond,
  changePhrase,
  dropSecond,
  factorsOf,
  offerOwnPasskey,
  offerOwnTotp,
  renewOwnCodes,
} from "../../accounts/own-account.ts";
import type {Actor} from "../../accounts/people.ts";
import {endSession, endSessions, listSessions} from "../../accounts/sessions.ts";
import {askForPasskey, prove, secondFactorsOf} from "../../accounts/signing-in.ts";
import type {ForumStore} from "../store.ts";

/** A function of accounts or of this room, for the forum that is open. */
type Bound<Act> = Act extends (store: ForumStore, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

/** What members do with their own accounts. */
export function membersOf(store: ForumStore) {
  const bound = <Act extends (store: ForumStore, ...rest: never[]) => unknown>(act: Act): Bound<Act> =>
    ((...rest: never[]) => act(store, ...rest)) as Bound<Act>;
  return {
    secondFactorsOf: bound(secondFactorsOf),
    askForPasskey: bound(askForPasskey),
    prove: bound(prove),

    sessions: bound(listSessions),
    endSession: bound(endSession),
    endSessions: (id: number, by: Actor, which?: {only?: number; except?: number}) => endSessions(store, id, by, which),

    factorsOf: bound(factorsOf),
    changePhrase: bound(changePhrase),
    offerOwnTotp: bound(offerOwnTotp),
    offerOwnPasskey: bound(offerOwnPasskey),
    addSecond: bound(addSecond),
    dropSecond: bound(dropSecond),
    renewOwnCodes: bound(renewOwnCodes),
  };
}
