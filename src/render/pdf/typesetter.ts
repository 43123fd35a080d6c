import {UserError} from "../../base/error.ts";
import {QueueThread} from "../../base/threads/queue-thread.ts";
import type {SettingTask} from "./compile.ts";
import type {SetPages} from "./typesetting-thread.ts";

/** Sets pages. */
export interface Typesetter {
  /** @throws {UserError} PDF_UNAVAILABLE, PDF_GLYPH_MISSING */
  readonly set: (task: SettingTask) => Promise<Uint8Array>;
  /** Ends the thread, whatever it is about. */
  readonly close: () => Promise<void>;
}

/** A typesetter in a thread of its own, which begins to load at once: pages are set while this thread makes something else. */
export function openTypesetter(): Typesetter {
  const thread = new QueueThread<SettingTask, SetPages>("typesetting-thread", import.meta.url);
  return {
    async set(task) {
      const answer = await thread.ask(task);
      if (!("refused" in answer)) return answer.pdf;
      const {code, found, help} = answer.refused;
      throw new UserError(code, found, help);
    },
    close: () => thread.close(),
  };
}
