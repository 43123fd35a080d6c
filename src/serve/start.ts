import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import type {LanguageId} from "../base/words/language.ts";
import {readConfig} from "../workspace/config/config.ts";
import type {ListenAddress} from "../workspace/config/serve.ts";
import {publishedFolder} from "../workspace/published.ts";
import {configName} from "../workspace/workspace-files.ts";
import {type CurrentSite, openCurrentSite, type SiteListener} from "./current-site.ts";
import {knownHosts} from "./guards/host.ts";
import {type Listening, listen} from "./listen.ts";
import {publicApp} from "./public/app.ts";

/** How the archive is to be served, where it is other than `broadsheet.yaml` says. */
export interface ServeRequest {
  readonly listen?: ListenAddress | undefined;
  readonly language?: LanguageId | undefined;
}

/** Told of what happens while the archive is served. */
export interface ServeListener extends SiteListener {
  /** A fault in Broadsheet. `number` is what the reader was told; `route` is a row of the table, and nothing of the request. */
  readonly bug: (fault: unknown, number: string, route: string) => void;
}

const usual: ListenAddress = {host: "127.0.0.1", port: 8080};

interface Prepared {
  readonly current: CurrentSite;
  readonly address: ListenAddress;
  readonly app: ReturnType<typeof publicApp>;
}

async function prepare(workspaceFolder: string, request: ServeRequest, listener: ServeListener): Promise<Prepared> {
  const config = readConfig(join(workspaceFolder, configName));
  const {publication, archive, serve} = config;
  const language = request.language ?? config.language;
  const address = request.listen ?? serve.listen ?? usual;
  const isKnownHost = knownHosts(address, serve.origins, {
    part: "serve",
    option: "listen",
    isAsked: request.listen !== undefined,
  });
  const settings = {publication, language, address: archive.address ?? null};
  const current = await openCurrentSite(join(workspaceFolder, publishedFolder), settings, listener);
  const app = publicApp({site: current.now, isKnownHost, onBug: listener.bug});
  return {current, address, app};
}

/** The archive, served. */
export interface Serving extends Listening {
  readonly current: CurrentSite;
}

/**
 * Serves the archive of what was published, until it is drained.
 *
 * Of the workspace `broadsheet.yaml` and `published/` are read, and nothing is written. It opens no connection by itself.
 *
 * @throws {UserError} SERVE_REFUSED, PUBLISHED_NONE, PUBLISHED_DAMAGED, CONFIG_REFUSED and what else reading what was published throws
 */
export async function serveArchive(
  workspaceFolder: string,
  request: ServeRequest,
  listener: ServeListener,
): Promise<Serving> {
  const {current, address, app} = await prepare(workspaceFolder, request, listener);
  const listening = await listen(app, address);
  current.watch();
  const drain = async (): Promise<void> => {
    current.end();
    await listening.drain();
  };
  return {...listening, current, drain};
}

/** One answer, as a reader on this machine would get it. */
export interface OneAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/**
 * One answer without a server.
 *
 * @param path With a slash at its beginning; may have a query.
 * @throws {UserError} As {@link serveArchive}, but for what listening takes; COMMAND_INCOMPLETE where the path is none.
 */
export async function answerOnce(
  workspaceFolder: string,
  path: string,
  request: ServeRequest,
  listener: ServeListener,
): Promise<OneAnswer> {
  if (!path.startsWith("/") || path.startsWith("//")) {
    const help = "begin it with a slash, like /api/v1/figures";
    throw new UserError("COMMAND_INCOMPLETE", `"${visible(path)}" is no path`, help, {field: "get"});
  }
  const {app} = await prepare(workspaceFolder, {...request, listen: usual}, listener);
  const response = await app.fetch(new Request(`http://127.0.0.1${path}`));
  return {status: response.status, body: new Uint8Array(await response.arrayBuffer())};
}
