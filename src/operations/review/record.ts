import {existsSync, realpathSync} from "node:fs";
import {parseDocument} from "yaml";
import {UserError} from "../../base/error.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {beginBlacklist, type NewDecision, planDecisions} from "../../methodology/decisions/append.ts";
import {readDecisions} from "../../methodology/decisions/read.ts";
import {readConfigText} from "../../workspace/config/config.ts";
import {writablePath} from "../../workspace/inside.ts";
import {configName} from "../../workspace/workspace-files.ts";
import type {Attendance} from "../listener.ts";
import {whileEdited} from "../store/hold.ts";
import type {Store} from "../store/store.ts";
import {blacklistOf} from "./blacklist.ts";

/** What is decided, but for who decided it. */
export type Made = Omit<NewDecision, "decidedBy">;

/** Writes decisions down, each at once. */
export interface DecisionPen {
  /** Whole path of the blacklist. */
  readonly path: string;
  readonly by: string;
  /** @throws {UserError} BLACKLIST_REFUSED, WORKSPACE_BUSY, WORKSPACE_DENIED or DISK_FULL; nothing is written then. */
  write(decisions: readonly Made[]): Promise<void>;
  /**
   * Writes what `plan` makes of the blacklist, while nobody else writes into it. @returns The same.
   *
   * @throws {UserError} What `plan` throws, or as `write`
   */
  writePlanned(plan: () => readonly Made[]): Promise<readonly Made[]>;
}

/** Who decides, and about which months. */
export interface Decider {
  readonly by: string;
  readonly months: readonly string[];
}

const usualName = "blacklist.csv";

/**
 * What decisions are written with: into which blacklist, and under whose name?
 *
 * A workspace whose settings name no blacklist gets one with the first decision, and the setting with it.
 *
 * @throws {UserError} OUTPUT_REFUSED where a link leads out of the workspace.
 */
export function decisionPen(
  store: Pick<Store, "workspace" | "worker" | "now">,
  {by, months}: Decider,
  attendance: Attendance = {},
): DecisionPen {
  const {workspace, now} = store;
  const {listener} = attendance;
  const named = blacklistOf(workspace.config.methodology, months);
  const path = writablePath(workspace.folder, named ?? usualName);
  let isNamed = named !== undefined;
  let isTold = workspace.config.engine.kind === "duckdb";
  const writePlanned = async (plan: () => readonly Made[]): Promise<readonly Made[]> => {
    const written = await whileEdited(store, named ?? usualName, attendance, () => {
      const decisions = plan();
      if (decisions.length === 0) return decisions;
      if (!isNamed) refuseForeignRows(path);
      const signed = decisions.map((one) => ({...one, decidedBy: by}));
      const planned = planDecisions(path, signed, now());
      // In this order, so that whenever it ends the settings name every blacklist with rows, and one that is there.
      if (!isNamed) {
        beginBlacklist(path);
        nameBlacklist(writablePath(workspace.folder, configName));
        isNamed = true;
        listener?.notice?.({about: "blacklist-named", blacklist: usualName});
      }
      planned.write();
      return decisions;
    });
    if (!isTold && written.length > 0) {
      listener?.notice?.({about: "blacklist-for-servers"});
      isTold = true;
    }
    return written;
  };
  return {
    path,
    by,
    write: async (decisions) => {
      if (decisions.length > 0) await writePlanned(() => decisions);
    },
    writePlanned,
  };
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
