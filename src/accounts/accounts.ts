import {existsSync} from "node:fs";
import {join as joinPath} from "node:path";
import {invite, listInvitations, withdraw} from "./invitations.ts";
import {choosePhrase, enterCode, join, offerPasskeyToJoiner, offerTotpToJoiner} from "./joining.ts";
import {
  addSecond,
  changePhrase,
  dropSecond,
  factorsOf,
  offerOwnPasskey,
  offerOwnTotp,
  renewOwnCodes,
} from "./own-account.ts";
import {type Actor, changeRole, endPerson, findPerson, listPeople, shownPerson} from "./people.ts";
import type {Role} from "./rights.ts";
import {endSession, endSessions, listSessions, sessionOf} from "./sessions.ts";
import {askForPasskey, prove, secondFactorsOf, signIn} from "./signing-in.ts";
import {type AccountsOptions, type AccountsStore, deskFiles, openAccountsStore} from "./store.ts";

/** A function of this room, for the store that is open. */
type Bound<Act> = Act extends (store: AccountsStore<Role>, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

function bindTo(store: AccountsStore<Role>) {
  const bound = <Act extends (store: AccountsStore<Role>, ...rest: never[]) => unknown>(act: Act): Bound<Act> =>
    ((...rest: never[]) => act(store, ...rest)) as Bound<Act>;
  return {
    people: () => listPeople(store),
    person: (name: string) => {
      const row = findPerson(store, name);
      return row && shownPerson(row);
    },
    changeRole: (id: number, role: Role, by: Actor) => changeRole(store, id, role, by),
    endPerson: (id: number, by: Actor) => endPerson(store, id, by),

    invite: bound(invite),
    invitations: bound(listInvitations),
    withdraw: bound(withdraw),

    enterCode: bound(enterCode),
    choosePhrase: bound(choosePhrase),
    offerTotpToJoiner: bound(offerTotpToJoiner),
    offerPasskeyToJoiner: bound(offerPasskeyToJoiner),
    join: bound(join),

    signIn: bound(signIn),
    secondFactorsOf: bound(secondFactorsOf),
    askForPasskey: bound(askForPasskey),
    prove: bound(prove),

    sessionOf: (token: string) => sessionOf(store, token),
    sessions: bound(listSessions),
    endSession: bound(endSession),
    endSessions: bound(endSessions),

    factorsOf: bound(factorsOf),
    changePhrase: bound(changePhrase),
    offerOwnTotp: bound(offerOwnTotp),
    offerOwnPasskey: bound(offerOwnPasskey),
    addSecond: bound(addSecond),
    dropSecond: bound(dropSecond),
    renewOwnCodes: bound(renewOwnCodes),

    /** Adds a row to the log: who did what, about what. Every act that needs a right is one. */
    record: (row: {readonly who: string; readonly act: string; readonly about: string}) =>
      store.act(() => store.log.add(row)),
    log: store.log.rows,
    verifyLog: store.log.verify,

    close: () => store.file.close(),
  };
}

/** Who may sign in at the desk of a workspace, what they may, and what was done there. */
export type Accounts = ReturnType<typeof bindTo>;

/**
 * Opens the accounts of a desk; makes them where there are none.
 *
 * @param folder Of the desk, `desk/` in a workspace, beside its store: made for its owner alone.
 * @throws {UserError} WORKSPACE_NEWER, WORKSPACE_DAMAGED, WORKSPACE_DENIED, WORKSPACE_EXPOSED, WORKSPACE_BUSY or DISK_FULL
 */
export function openAccounts(folder: string, options: AccountsOptions): Accounts {
  return bindTo(openAccountsStore(folder, options));
}

/** Was anybody ever invited to that desk? */
export function hasAccounts(folder: string): boolean {
  return existsSync(joinPath(folder, deskFiles.accounts));
}
