import {UserError} from "../base/error.ts";
import {sha256} from "../base/sha256.ts";
import {type Actor, checkedName, findPerson, nameKey} from "./people.ts";
import type {Role} from "./rights.ts";
import {makeCode, plainCode} from "./secrets.ts";
import type {AccountsStore} from "./store.ts";

/** Somebody who was invited, and has not joined yet. */
export interface Invitation {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  /** Milliseconds since 1970 UTC. */
  readonly untilMs: number;
}

/** The row of it. */
export interface InvitationRow<R extends string = Role> {
  readonly id: number;
  readonly name: string;
  readonly key: string;
  readonly role: R;
  readonly until_ms: number;
}

/** An invitation as it is told once. */
export interface MadeInvitation extends Invitation {
  /** Of 100 bits; its hash alone is kept. */
  readonly code: string;
  /** Has the person joined before? Then the code sets new factors in the place of all there were. */
  readonly isAnew: boolean;
}

const lifeMs = 3_600_000;
const [lettersOfCode, lettersOfGroup] = [20, 4];

/** What is kept of a code, and what is looked for of one that is typed. */
export function invitationDigest(typed: string): string {
  return sha256(`invitation ${plainCode(typed)}`);
}

/**
 * Invites somebody by a code, which is good for an hour and for one person; an earlier one of the same name is not any more.
 *
 * @param request `role`: else that which the person has; of the first, editor; of others, reader.
 * @throws {UserError} PERSON_REFUSED for a name that cannot be one, or where the first is to be no editor.
 */
export function invite(
  store: AccountsStore<Role>,
  request: {readonly name: string; readonly role?: Role | undefined},
  by: Actor,
): MadeInvitation {
  const {file, log, now} = store;
  const name = checkedName(request.name);
  const key = nameKey(name);
  return store.act(() => {
    const known = findPerson(store, name);
    const isFirst = file.one<{count: number}>("hasJoined")!.count === 0;
    const role = request.role ?? known?.role ?? (isFirst ? "editor" : "reader");
    if (isFirst && role !== "editor") {
      const help = "invite an editor first: only editors can say who else may sign in";
      throw new UserError("PERSON_REFUSED", `nobody has joined yet, and a ${role} cannot invite others`, help);
    }
    const [code, untilMs] = [makeCode(lettersOfCode, lettersOfGroup), now() + lifeMs];
    file.change("dropOldInvitations", {now: now()});
    file.change("dropInvitationsOf", {key});
    const {id} = file.change("addInvitation", {digest: invitationDigest(code), name, key, role, until: untilMs});
    log.add({who: by.name, act: known === null ? "invited" : "invited-anew", about: `${name}, as ${role}`});
    return {id, name, role, untilMs, code, isAnew: known !== null};
  });
}

/** Those who were invited and can still join. */
export function listInvitations({file, now}: AccountsStore): Invitation[] {
  return file
    .all<InvitationRow>("invitations", {now: now()})
    .map(({id, name, role, until_ms}) => ({id, name, role, untilMs: until_ms}));
}

/** Takes an invitation back; nothing happens where it is gone already. */
export function withdraw(store: AccountsStore, id: number, by: Actor): void {
  const {file, log} = store;
  const invitation = file.one<InvitationRow>("invitation", {id});
  if (invitation === undefined) return;
  store.act(() => {
    file.change("dropInvitation", {id});
    log.add({who: by.name, act: "invitation-withdrawn", about: invitation.name});
  });
}
