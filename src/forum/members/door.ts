import {forumState, setForumState} from "../state.ts";
import type {ForumActor, ForumStore} from "../store.ts";

/** Who can come in now, and why not. */
export interface Door {
  readonly knocking: boolean;
  readonly joining: boolean;
  /** "flood": more came than can be readers; "set": a moderator or the settings say so; "closed": the forum is. */
  readonly why: "flood" | "set" | "closed" | null;
}

/** Who can come in now? Moderators and editors can always, but into a closed forum. */
export function doorOf(store: ForumStore): Door {
  if (forumState(store, "closed") !== null) return {knocking: false, joining: false, why: "closed"};
  const shut = forumState(store, "joining-shut");
  if (shut !== null) return {knocking: false, joining: false, why: shut === "flood" ? "flood" : "set"};
  const {joining} = store.settings;
  return {knocking: joining === "open", joining: joining !== "shut", why: joining === "open" ? null : "set"};
}

/** Shuts joining, and says so in the public log; nothing happens where it is shut. @param by null for a flood. */
export function shutDoor(store: ForumStore, by: ForumActor | null): "shut" | "already" {
  return store.act(() => {
    if (forumState(store, "joining-shut") !== null) return "already";
    const why = by === null ? "flood" : "set";
    setForumState(store, "joining-shut", why);
    store.record(by, "joining-shut", {why});
    return "shut";
  });
}

/** Lets join again as the settings say. */
export function openDoor(store: ForumStore, by: ForumActor): "open" | "already" {
  return store.act(() => {
    if (forumState(store, "joining-shut") === null) return "already";
    setForumState(store, "joining-shut", null);
    store.record(by, "joining-opened", {});
    store.arrivals.forget("joins", "");
    store.arrivals.forget("knocks", "");
    return "open";
  });
}
