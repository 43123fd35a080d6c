import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Accounts} from "../../accounts/accounts.ts";
import {sha256} from "../../base/sha256.ts";
import type {LanguageId} from "../../base/words/language.ts";
import {Translator} from "../../base/words/translator.ts";
import {openStore, type Store, type StoreWorld} from "../../operations/store/store.ts";
import {configName} from "../../workspace/workspace-files.ts";
import type {Desk, Visitors} from "./desk.ts";
import type {Jobs} from "./jobs.ts";

/** What a desk is opened with. */
export interface DeskParts {
  readonly workspaceFolder: string;
  readonly world: Partial<StoreWorld>;
  /** In which language; else the workspace's. */
  readonly language?: LanguageId | undefined;
  readonly visitors: Visitors;
  readonly accounts: Accounts;
  readonly jobs: Jobs;
}

/**
 * The desk of a workspace. What its settings say is read again when they change.
 *
 * @throws {UserError} WORKSPACE_MISSING, CONFIG_REFUSED and what else opening a workspace throws
 */
export function openDesk({workspaceFolder, world, language, visitors, accounts, jobs}: DeskParts): Desk {
  const opened = (): {readonly mark: string; readonly store: Store; readonly words: Translator} => {
    const mark = sha256(readFileSync(join(workspaceFolder, configName)));
    const store = openStore(workspaceFolder, world);
    return {mark, store, words: new Translator(language ?? store.workspace.config.language)};
  };
  let last = opened();
  const store = (): Store => {
    if (sha256(readFileSync(join(workspaceFolder, configName))) !== last.mark) last = opened();
    return last.store;
  };
  return {
    ...{folder: workspaceFolder, visitors, accounts, jobs, store},
    get words() {
      return last.words;
    },
    // Of the settings that could be read last: the page that says what is wrong with those of now has to be drawn.
    publication: () => last.store.workspace.config.publication,
    lastConfig: () => last.store.workspace.config,
  };
}
