import {execFileSync} from "node:child_process";
import {existsSync, realpathSync} from "node:fs";
import {parseDocument} from "yaml";
import {UserError} from "../base/error.ts";
import {writeWhole} from "../base/whole-file.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {beginBlacklist, keptText, type NewDecision, planDecisions} from "../methodology/decisions/append.ts";
import {readDecisions} from "../methodology/decisions/read.ts";
import {blacklistOf} from "../operations/review/blacklist.ts";
import type {Review} from "../report/review.ts";
import {readConfigText} from "../workspace/config/config.ts";
import {writablePath} from "../workspace/inside.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {configName, shortPath} from "../workspace/workspace-files.ts";
import {type ParsedArgs, textOption} from "./command.ts";
import type {Environment} from "./environment.ts";

/** What is decided, but for who decided it. */
export type Made = Omit<NewDecision, "decidedBy">;

/** Writes decisions down, each at once. */
export interface DecisionPen {
  /** The blacklist as a person would write it. */
  readonly name: string;
  readonly by: string;
  /** @throws {UserError} BLACKLIST_REFUSED, WORKSPACE_DENIED or DISK_FULL; nothing is written then. */
  write(decisions: readonly Made[]): void;
}

const usualName = "blacklist.csv";

const forServers =
  "Run broadsheet engine setup when you are done, and take the blacklist to every machine that shares the servers.\n";

/**
 * What decisions are written with: into which blacklist, and under whose name?
 *
 * A workspace whose settings name no blacklist gets one with the first decision, and the setting with it.
 *
 * @throws {UserError} COMMAND_INCOMPLETE where nobody knows who decides; OUTPUT_REFUSED where a link leads out of the workspace.
 */
export function decisionPen(
  {workspace, review}: {readonly workspace: Workspace; readonly review: Pick<Review, "months">},
  args: ParsedArgs,
  environment: Environment,
): DecisionPen {
  const by = decider(args, workspace, environment);
  const named = blacklistOf(workspace.config.methodology, review.months);
  const path = writablePath(workspace.folder, named ?? usualName);
  let isNamed = named !== undefined;
  let isTold = workspace.config.engine.kind === "duckdb";
  return {
    name: shortPath(path, environment.cwd),
    by,
    write(decisions) {
      if (decisions.length === 0) return;
      if (!isNamed) refuseForeignRows(path);
      const signed = decisions.map((one) => ({...one, decidedBy: by}));
      const planned = planDecisions(path, signed, environment.now());
      // In this order, so that whenever it ends the settings name every blacklist with rows, and one that is there.
      if (!isNamed) {
        beginBlacklist(path);
        nameBlacklist(writablePath(workspace.folder, configName));
        isNamed = true;
        environment.stderr.write(`${configName} now says methodology.blacklist: ${usualName}\n`);
      }
      planned.write();
      if (!isTold) environment.stderr.write(forServers);
      isTold = true;
    },
  };
}

/** Who decides: as typed, as Git knows the person, or as the system does. */
function decider(args: ParsedArgs, {folder}: Workspace, {env}: Environment): string {
  const by = (textOption(args, "by") ?? gitName(folder) ?? env["USER"] ?? env["LOGNAME"] ?? "").trim();
  if (by !== "") return keptText(by);
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

/** Rows that were not in force until now would be, by a decision about somebody else. */
function refuseForeignRows(path: string): void {
  if (!existsSync(path) || readDecisions(path).length === 0) return;
  throw new UserError(
    "BLACKLIST_REFUSED",
    `there is a ${usualName} with rows, which ${configName} does not name`,
    `write blacklist: ${usualName} under methodology, or move the file away`,
    path,
  );
}

function nameBlacklist(path: string): void {
  const document = parseDocument(readConfigText(path));
  if (document.get("methodology") == null) document.set("methodology", document.createNode({}));
  document.setIn(["methodology", "blacklist"], usualName);
  try {
    writeWhole(realpathSync(path), document.toString({lineWidth: 0}));
  } catch (fault) {
    throw asWriteFault(fault, path) ?? fault;
  }
}
