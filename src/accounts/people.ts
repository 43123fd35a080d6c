import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import type {Role} from "./rights.ts";
import {type AccountsStore, dayOf} from "./store.ts";

/** Somebody who may sign in, or could once. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  /** Days in UTC. */
  readonly joined: string;
  /** null where the person may sign in. */
  readonly ended: string | null;
}

/** All that is kept of somebody. */
export interface PersonRow extends Person {
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
export function shownPerson({id, name, role, joined, ended}: Person): Person {
  return {id, name, role, joined, ended};
}

/** Everybody, who may sign in first. */
export function listPeople({file}: AccountsStore): Person[] {
  return file.all<Person>("people").map(shownPerson);
}

/** Somebody by the name; null where there is nobody of that name. */
export function findPerson({file}: AccountsStore, name: string): PersonRow | null {
  return file.one<PersonRow>("personByKey", {key: nameKey(name)}) ?? null;
}

/** @throws {UserError} PERSON_REFUSED where there is nobody of that number who may sign in. */
export function personOf({file}: AccountsStore, id: number): PersonRow {
  const row = file.one<PersonRow>("person", {id});
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
export function endPerson(store: AccountsStore, id: number, by: Actor): Person {
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
export function changeRole(store: AccountsStore, id: number, role: Role, by: Actor): void {
  const {file, log} = store;
  const person = personOf(store, id);
  if (person.role === role) return;
  store.act(() => {
    file.change("setRole", {id, role});
    log.add({who: by.name, act: "role-changed", about: `${person.name}: ${person.role}, now ${role}`});
  });
}
