import type {Accounts} from "../../accounts/accounts.ts";
import type {Right, Role} from "../../accounts/rights.ts";
import {mayDo} from "../../accounts/rights.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Store} from "../../operations/store/store.ts";
import type {Config} from "../../workspace/config/config.ts";
import type {Jobs} from "./jobs.ts";

/** Who is signed in. */
export interface Visitor {
  readonly person: {readonly id: string; readonly name: string; readonly role: Role};
  /** Has the second factor been given? Before it nothing is open but the page that asks for it. */
  readonly isWhole: boolean;
  /** Has the second factor been given again within the last minutes? */
  readonly isSureNow: boolean;
}

/** Who may sign in, as far as the application asks. */
export interface Visitors {
  /** Whose cookie is this? Null where it is nobody's, or has ended. */
  readonly visitorOf: (token: string) => Visitor | null;
  /** Writes down what somebody did, in the log that shows when a row was changed. */
  readonly record: (visitor: Visitor, act: string, about: string) => void;
}

/** What the pages of the desk work with. */
export interface Desk {
  /** Of the workspace. */
  readonly folder: string;
  /** The workspace, with its settings as they are now. @throws {UserError} CONFIG_REFUSED and what else opening it throws */
  readonly store: () => Store;
  /** Whose desk it is. */
  readonly publication: () => string;
  /** The settings that could be read last, where those of now cannot. */
  readonly lastConfig: () => Config;
  readonly words: Translator;
  readonly visitors: Visitors;
  /** Who may sign in, for the pages that are about that. */
  readonly accounts: Accounts;
  readonly jobs: Jobs;
}

/** May whoever is signed in do that? */
export function may(visitor: Visitor | null, right: Right): boolean {
  return visitor?.isWhole === true && mayDo(visitor.person.role, right);
}
