import type {ForumStore} from "./store.ts";

/** What is so of the whole forum until somebody changes it. */
export type StateName = "joining-shut" | "closed";

/** What was kept of it; null where it is not so. */
export function forumState({file}: ForumStore, name: StateName): string | null {
  return file.one<{value: string}>("state", {name})?.value ?? null;
}

/** Makes it so, or not so any more with null. */
export function setForumState({file}: ForumStore, name: StateName, value: string | null): void {
  if (value === null) file.change("dropState", {name});
  else file.change("setState", {name, value});
}
