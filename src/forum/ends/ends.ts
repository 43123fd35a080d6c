import type {ForumStore} from "../store.ts";
import {type ForeignAim, takeInForeign} from "./foreign.ts";
import {takeInOwn} from "./own.ts";
import {exportLines} from "./public.ts";
import type {Staging} from "./staging.ts";

/** How a forum leaves its server, and comes to another. */
export function exportAndImportOf(store: ForumStore) {
  return {
    /** YYYY-MM in which the first member joined or the first post was written; null where nobody did. */
    firstMonth: (): string | null => store.file.one<{month: string | null}>("firstMonth")!.month,
    /** How many minutes each thing had waited that was decided in a month, YYYY-MM. */
    waits: (month: string): number[] =>
      store.file.all<{minutes: number}>("waitsOf", {month}).map(({minutes}) => minutes),
    /** All that is public, a document of JSON a line. */
    exportLines: () => exportLines(store.file, store.settings.sections),
    /** @throws {UserError} FORUM_REFUSED, WORKSPACE_NEWER */
    takeInOwn: (lines: Iterable<string>) => takeInOwn(store, lines),
    /** @throws {UserError} FORUM_REFUSED */
    takeInForeign: (staging: Staging, aim: ForeignAim) => takeInForeign(store, staging, aim),
  };
}
