import {execFileSync} from "node:child_process";
import {UserError} from "../../base/error.ts";
import {reasonText} from "../../methodology/decisions/append.ts";
import type {Notice} from "../../operations/notice.ts";
import {type DecisionPen, decisionPen} from "../../operations/review/record.ts";
import type {Store} from "../../operations/store/store.ts";
import type {Review} from "../../report/review.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";

/**
 * What decisions are written with, under the name of who sits at the terminal.
 *
 * @throws {UserError} COMMAND_INCOMPLETE where nobody knows who decides, or as `decisionPen`
 */
export function penFromArgs(
  store: Store,
  {months}: Pick<Review, "months">,
  args: ParsedArgs,
  environment: Environment,
): DecisionPen {
  const notice = (one: Notice): void => {
    const text = sentenceOf(one);
    if (text !== null) environment.stderr.write(`${text}\n`);
  };
  const by = decider(args, store.workspace, environment);
  return decisionPen(store, {by, months}, {listener: {notice}});
}

function sentenceOf(notice: Notice): string | null {
  if (notice.about === "blacklist-named") return `${configName} now says methodology.blacklist: ${notice.blacklist}`;
  if (notice.about !== "blacklist-for-servers") return null;
  return "Run broadsheet engine setup when you are done, and take the blacklist to every machine that shares the servers.";
}

/** Who decides: as typed, as Git knows the person, or as the system does. */
function decider(args: ParsedArgs, {folder}: Workspace, {env}: Environment): string {
  const by = (textOption(args, "by") ?? gitName(folder) ?? env["USER"] ?? env["LOGNAME"] ?? "").trim();
  if (by !== "") return reasonText(by);
  throw new UserError("COMMAND_INCOMPLETE", "nobody knows who decides", "write it like --by NAME", "--by");
}

function gitName(folder: string): string | undefined {
  try {
    const said = execFileSync("git", ["config", "user.name"], {
      cwd: folder,
      timeout: 2000,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return said.toString("utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}
