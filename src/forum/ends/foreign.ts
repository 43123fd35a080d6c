import {longestTitle} from "../posts/text.ts";
import type {ForumStore} from "../store.ts";
import {cleanTitle} from "../text/clean.ts";
import {FormerAuthors} from "./authors.ts";
import {refusedImport} from "./foreign/collect.ts";
import {lacksSections} from "./own.ts";
import type {Staging} from "./staging.ts";
import {ThreadTaker} from "./take-in.ts";

/** How threads of another forum are taken in. */
export interface ForeignAim {
  /** As it stands in the public log: "discourse". */
  readonly from: string;
  /** The section that all threads go to; else each goes to that of the name that it had. */
  readonly section?: string | undefined;
}

/**
 * Takes threads of another forum in, whole or not at all: they get new numbers, and stand in the order of their days.
 *
 * @throws {UserError} FORUM_REFUSED
 */
export function takeInForeign(
  store: ForumStore,
  staging: Staging,
  {from, section}: ForeignAim,
): {threads: number; posts: number} {
  const ids = sectionIds(store, staging, section);
  return store.act(() => {
    const {file} = store;
    const taker = new ThreadTaker(store, new FormerAuthors(store));
    const highest = file.one<{rank: number}>("highestRank")!.rank;
    let {thread, post} = file.one<{thread: number; post: number}>("lastIds")!;
    const taken = {threads: 0, posts: 0};
    for (const {id, section: name, title, day} of staging.threads()) {
      thread++;
      taken.threads++;
      let number = 0;
      for (const {author, day: on, text, rank} of staging.posts(id)) {
        if (number === 0) {
          const opened = {thread, section: ids.get(name)!, title: titleOf(title), opened: day, by: author};
          taker.begin({...opened, edition: null, document: null});
        }
        post++;
        number++;
        taken.posts++;
        const placed = {post, number, day: on, order: highest + rank, by: author, edited: null, quotes: []};
        taker.post({...placed, state: "shown", text});
      }
    }
    taker.end();
    if (taken.threads === 0) throw refusedImport("it has no thread that everybody may read");
    store.record(null, "taken-in", {from, threads: taken.threads, posts: taken.posts});
    return taken;
  });
}

function sectionIds({settings}: ForumStore, staging: Staging, asked: string | undefined): Map<string, string> {
  const named = staging.sections();
  if (asked !== undefined) {
    if (!settings.sections.some(({id}) => id === asked)) throw lacksSections([{id: asked, name: asked}]);
    return new Map(named.map(({section}) => [section, asked]));
  }
  const missing: {id: string; name: string}[] = [];
  const ids = new Map<string, string>();
  for (const {section} of named) {
    const name = section === "" ? "Imported" : section;
    const id = idOf(name);
    const own = settings.sections.find((one) => one.id === id || one.name.toLowerCase() === name.toLowerCase());
    if (own !== undefined) ids.set(section, own.id);
    else if (!missing.some((one) => one.id === id)) missing.push({id, name});
  }
  if (missing.length > 0) throw lacksSections(missing);
  return ids;
}

/** `Letters & Replies` is `letters-replies`. */
function idOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-|-$/g, "");
  return plain === "" ? "imported" : plain;
}

function titleOf(written: string): string {
  const letters = [...cleanTitle(written)];
  const title = letters.length <= longestTitle ? letters.join("") : `${letters.slice(0, longestTitle - 1).join("")}…`;
  return title === "" ? "…" : title;
}
