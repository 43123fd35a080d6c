import {type Accounts, hasAccounts, openAccounts} from "../../accounts/accounts.ts";
import {deskFolder} from "../../accounts/store.ts";
import {UserError} from "../../base/error.ts";
import type {ParsedArgs} from "../command.ts";
import type {Environment} from "../environment.ts";
import {workspaceFolderFromArgs} from "../workspace-folder.ts";

/** Whoever types here, as the log of the desk has it. */
export const terminal = {name: "(command line)"};

/**
 * Does something with the accounts of the workspace's desk.
 *
 * @param options `isFirst`: may there be none yet? They are made then.
 * @throws {UserError} PERSON_REFUSED where nobody was invited yet, and what opening accounts throws
 */
export async function withAccounts<T>(
  args: ParsedArgs,
  environment: Environment,
  {isFirst}: {readonly isFirst: boolean},
  work: (accounts: Accounts) => T,
): Promise<T> {
  const folder = deskFolder(workspaceFolderFromArgs(args, environment));
  if (!isFirst && !hasAccounts(folder)) {
    const help = "invite the first editor with broadsheet desk invite NAME";
    throw new UserError("PERSON_REFUSED", "nobody was invited to this desk yet", help, folder);
  }
  const accounts = openAccounts(folder, {now: environment.now});
  try {
    return work(accounts);
  } finally {
    accounts.close();
  }
}
