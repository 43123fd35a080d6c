import {nameKey} from "../../accounts/people.ts";
import {lookOf} from "../members/confusables.ts";
import type {ForumStore} from "../store.ts";
import {cleanTitle} from "../text/clean.ts";

const longestName = 60;

/**
 * Those who wrote what is taken in: names that nobody else can take any more, and as whom nobody signs in.
 *
 * A name that somebody here has already, or one that looks like it, gets a number behind it: they need not be the same person.
 */
export class FormerAuthors {
  readonly #known = new Map<string, number | null>();
  readonly #store: ForumStore;

  constructor(store: ForumStore) {
    this.#store = store;
  }

  /** @param day On which the name was first seen. @returns The number of the author; null where there is no name to be read. */
  idOf(written: string | null, day: string): number | null {
    if (written === null) return null;
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const id = this.#add(written, day);
    this.#known.set(written, id);
    return id;
  }

  #add(written: string, day: string): number | null {
    const plain = [...cleanTitle(written.slice(0, 1000))].slice(0, longestName).join("").trim();
    if (lookOf(plain) === "") return null;
    for (let turn = 1; ; turn++) {
      const name = turn === 1 ? plain : `${plain} (${turn})`;
      const values = {key: nameKey(name), look: lookOf(name)};
      if (this.#store.file.one("isNamed", values) !== undefined) continue;
      return this.#store.file.change("addFormer", {...values, name, day}).id;
    }
  }
}
