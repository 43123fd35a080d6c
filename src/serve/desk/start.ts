import {join} from "node:path";
import {openAccounts} from "../../accounts/accounts.ts";
import {deskFolder} from "../../accounts/store.ts";
import type {LanguageId} from "../../base/words/language.ts";
import type {StoreWorld} from "../../operations/store/store.ts";
import {readConfig} from "../../workspace/config/config.ts";
import type {ListenAddress} from "../../workspace/config/serve.ts";
import {holdLock, type ProcessLock} from "../../workspace/process-lock.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {knownHosts} from "../guards/host.ts";
import {type Listening, listen, usualLimits} from "../listen.ts";
import {deskApp} from "./app.ts";
import {jobNotesIn} from "./job-notes.ts";
import {openJobs} from "./jobs.ts";
import {clearSent} from "./leftovers.ts";
import {openDesk} from "./open-desk.ts";
import {visitorsOf} from "./visitors.ts";

/** How the desk is to be served, where it is other than `broadsheet.yaml` says. */
export interface DeskServeRequest {
  readonly listen?: ListenAddress | undefined;
  readonly language?: LanguageId | undefined;
  readonly world: Partial<StoreWorld>;
}

/** Told of a fault in Broadsheet: `number` is what the person was told, `place` a route or the title of long work. */
export type BugListener = (fault: unknown, number: string, place: string) => void;

const usual: ListenAddress = {host: "127.0.0.1", port: 8081};

/** What is sent may be a log of many gigabytes, and a page of long work may wait for it. */
const limits = {...usualLimits, connections: 128, requestMs: 6 * 3_600_000, idleMs: 120_000};

/**
 * Serves the desk of a workspace, until it is drained: long work is stopped then, and what it has done stays.
 *
 * @throws {UserError} SERVE_REFUSED, CONFIG_REFUSED, and what opening a workspace and its accounts throws
 */
export async function serveDesk(
  workspaceFolder: string,
  {listen: asked, language, world}: DeskServeRequest,
  onBug: BugListener,
): Promise<Listening> {
  const {desk: settings} = readConfig(join(workspaceFolder, configName));
  const address = asked ?? settings.listen ?? usual;
  const isKnownHost = knownHosts(address, settings.origins, {
    part: "desk",
    option: "deskListen",
    isAsked: asked !== undefined,
  });
  const accounts = openAccounts(deskFolder(workspaceFolder), {now: world.now ?? Date.now});
  let alone: ProcessLock | null = null;
  try {
    // Of two desks on one workspace the first alone knows what was left by one that is gone.
    alone = holdLock(join(deskFolder(workspaceFolder), "lock.sqlite"));
    if (alone) clearSent(workspaceFolder);
    const notes = alone && jobNotesIn(join(deskFolder(workspaceFolder), "jobs.json"));
    const jobs = openJobs((fault, title) => onBug(fault, "", title), notes);
    const desk = openDesk({workspaceFolder, world, language, visitors: visitorsOf(accounts), accounts, jobs});
    const listening = await listen(deskApp({desk, isKnownHost, onBug}), address, limits);
    const drain = async (): Promise<void> => {
      await jobs.end();
      await listening.drain();
      accounts.close();
      alone?.close();
    };
    return {...listening, drain};
  } catch (fault) {
    accounts.close();
    alone?.close();
    throw fault;
  }
}
