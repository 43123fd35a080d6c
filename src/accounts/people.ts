import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import {dayOf} from "./day.ts";
import type {Role} from "./rights.ts";
import type {AccountsStore} from "./store.ts";

/** Somebody who may sign in, or could once. */
export interface Person<R extends string = Role> {
  readonly id: number;
  readonly name: string;
  readonly role: R;
  /** Days in UTC. */
  readonly joined: string;
  /** null where the person may sign in. */
  readonly ended: string | null;
}

/** All that is kept of somebody. */
export interface PersonRow<R extends string = Role> extends Person<R> {
  readonly key: string;
  /** Argon2id; null where access has ended. */
  readonly phrase: string | null;
  /** Sealed for `totp` of the id. */
  readonly totp: string | null;
  readonly totp_step: number;
}

/** Who does something, as the log has it. */
export interface Actor {
  readonly name: string;
}

const longestName = 80;

/** By what a name is found: `a. editor` and `A.  Editor` are the same. */
export function nameKey(name: string): string {
  return name.slice(0, 400).normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** @throws {UserError} PERSON_REFUSED where it is no name that can be read and typed. */
export function checkedName(name: string): string {
  const plain = name.normalize("NFC").replace(/\s+/g, " ").trim();
  const help = `a name has 1 to ${longestName} letters, all of which are seen`;
  if (plain === "") throw new UserError("PERSON_REFUSED", "the name is empty", help);
  if ([...plain].length > longestName || visible(plain) !== plain) {
    throw new UserError("PERSON_REFUSED", `"${visible([...plain].slice(0, 30).join(""))}" is no name`, help);
  }
  return plain;
}

/** What is shown of somebody. */
export function shownPerson<R extends string>({id, name, role, joined, ended}: Person<R>): Person<R> {
  return {id, name, role, joined, ended};
}

/** Everybody, who may sign in first. */
export function listPeople<R extends string>({file}: AccountsStore<R>): Person<R>[] {
  return file.all<Person<R>>("people").map((person) => shownPerson(person));
}

/** Somebody by the name; null where there is nobody of that name. */
export function findPerson<R extends string>({file}: AccountsStore<R>, name: string): PersonRow<R> | null {
  return file.one<PersonRow<R>>("personByKey", {key: nameKey(name)}) ?? null;
}

/** @throws {UserError} PERSON_REFUSED where there is nobody of that number who may sign in. */
export function personOf<R extends string>({file}: AccountsStore<R>, id: number): PersonRow<R> {
  const row = file.one<PersonRow<R>>("person", {id});
  if (row !== undefined && row.ended === null) return row;
  throw new UserError("PERSON_REFUSED", "there is nobody of that number", "name somebody who may sign in");
}

/** Takes all second factors, recovery codes and sessions of somebody away. */
export function dropAccess({file}: AccountsStore, id: number): void {
  file.change("setTotp", {id, totp: null, step: 0});
  file.change("dropPasskeys", {person: id});
  file.change("dropRecoveryCodes", {person: id});
  file.change("dropSessionsOf", {person: id, except: 0});
}

/**
 * Ends somebody's access for good: sessions, factors and invitations go, the name stays with the log.
 *
 * @throws {UserError} PERSON_REFUSED
 */
export function endPerson<R extends string>(store: AccountsStore<R>, id: number, by: Actor): Person<R> {
  const {file, log, now} = store;
  return store.act(() => {
    const person = personOf(store, id);
    const ended = dayOf(now());
    dropAccess(store, id);
    file.change("dropInvitationsOf", {key: person.key});
    file.change("endPerson", {id, ended});
    log.add({who: by.name, act: "person-ended", about: person.name});
    return {...shownPerson(person), ended};
  });
}

/**
 * Gives somebody another role, from the next page on.
 *
 * @throws {UserError} PERSON_REFUSED
 */
export function changeRole<R extends string>(store: AccountsStore<R>, id: number, role: R, by: Actor): void {
  const {file, kind, log} = store;
  const person = personOf(store, id);
  if (person.role === role) return;
  store.act(() => {
    file.change("setRole", {id, role});
    // Other rules for signing in hold from the next page on.
    if (kind.needsSecond(role) !== kind.needsSecond(person.role))
      file.change("dropSessionsOf", {person: id, except: 0});
    log.add({who: by.name, act: "role-changed", about: `${person.name}: ${person.role}, now ${role}`});
  });
}
