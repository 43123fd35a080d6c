import {dayOf} from "../../accounts/day.ts";
import {sha256} from "../../base/sha256.ts";
import {shutDoor} from "../members/door.ts";
import type {ForumStore} from "../store.ts";

/** One text by so many members within two days is a flood. */
const mostAlike = 3;
/** Shorter ones are alike because people are. */
const leastLetters = 20;
const dayMs = 86_400_000;

/**
 * Is that one of many posts alike, by several members? If so, nobody can join until a moderator opens it again. In a transaction.
 *
 * Of a text its hash is kept, for two days.
 */
export function isFlood(store: ForumStore, author: number, plain: string): boolean {
  const letters = plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (letters.length < leastLetters) return false;
  const {file, now} = store;
  const [print, since] = [sha256(letters), dayOf(now() - dayMs)];
  file.change("dropOldPrints", {day: since});
  file.change("addPrint", {print, author, day: dayOf(now())});
  if (file.one<{count: number}>("countPrints", {print, since})!.count < mostAlike) return false;
  shutDoor(store, null);
  return true;
}
