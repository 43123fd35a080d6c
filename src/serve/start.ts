import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import type {LanguageId} from "../base/words/language.ts";
import {readConfig} from "../workspace/config/config.ts";
import type {ListenAddress} from "../workspace/config/serve.ts";
import {publishedFolder} from "../workspace/published.ts";
import {configName} from "../workspace/workspace-files.ts";
import {type LaterSite, openCurrentSite, type SiteListener} from "./current-site.ts";
import type {Served} from "./front-door.ts";
import {knownHosts} from "./guards/host.ts";
import {type Listening, listen} from "./listen.ts";
import {publicApp} from "./public/app.ts";

/** How the archive is to be served, where it is other than `broadsheet.yaml` says. */
export interface ServeRequest {
  readonly listen?: ListenAddress | undefined;
  readonly language?: LanguageId | undefined;
  /** Is the forum served, too? */
  readonly hasForum?: boolean;
}

/** Told of what happens while the archive is served. */
export interface ServeListener extends SiteListener {
  /** A fault in Broadsheet. `number` is what the reader was told; `route` is a row of the table, and nothing of the request. */
  readonly bug: (fault: unknown, number: string, route: string) => void;
}

const usual: ListenAddress = {host: "127.0.0.1", port: 8080};

interface Prepared {
  readonly current: LaterSite;
  /** What listens where, the archive first. */
  readonly doors: readonly (readonly [Served, ListenAddress])[];
  readonly close: () => void;
}

async function prepare(workspaceFolder: string, request: ServeRequest, listener: ServeListener): Promise<Prepared> {
  const config = readConfig(join(workspaceFolder, configName));
  const {publication, archive, serve} = config;
  const language = request.language ?? config.language;
  const address = request.listen ?? serve.listen ?? usual;
  const isAsked = request.listen !== undefined;
  const settings = {publication, language, address: archive.address ?? null};
  if (request.hasForum === true) {
    const {prepareForum} = await import("./with-forum.ts");
    const {site, doors, close} = await prepareForum({workspaceFolder, config, address, isAsked, settings, listener});
    return {current: site, doors, close};
  }
  const isKnownHost = knownHosts(address, serve.origins, {part: "serve", option: "listen", isAsked});
  const current = await openCurrentSite(join(workspaceFolder, publishedFolder), settings, listener);
  const app = publicApp({site: current.now, isKnownHost, onBug: listener.bug});
  return {current, doors: [[app, address]], close: () => {}};
}

/** The archive, served. */
export interface Serving extends Listening {
  readonly current: LaterSite;
  /** Where else it listens: the forum on an address of its own, and its onion service. */
  readonly further: readonly Pick<Listening, "host" | "port">[];
}

/**
 * Serves the archive of what was published, and the forum where that is asked for, until it is drained.
 *
 * Of the workspace `broadsheet.yaml` and `published/` are read, and nothing is written but the forum. It opens no connection by itself.
 *
 * @throws {UserError} SERVE_REFUSED, PUBLISHED_NONE where there is no forum either, PUBLISHED_DAMAGED, CONFIG_REFUSED and what else reading
 *   what was published and opening a forum throws
 */
export async function serveArchive(
  workspaceFolder: string,
  request: ServeRequest,
  listener: ServeListener,
): Promise<Serving> {
  const {current, doors, close} = await prepare(workspaceFolder, request, listener);
  const listening: Listening[] = [];
  const drain = async (): Promise<void> => {
    current.end();
    await Promise.all(listening.map((one) => one.drain()));
    close();
  };
  try {
    for (const [app, address] of doors) listening.push(await listen(app, address));
  } catch (fault) {
    await drain();
    throw fault;
  }
  current.watch();
  const [first, ...further] = listening;
  return {...first!, further, current, drain};
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
  const {doors, current, close} = await prepare(workspaceFolder, {...request, listen: usual}, listener);
  try {
    const [app] = doors[0]!;
    const response = await app.fetch(new Request(`http://127.0.0.1${path}`));
    return {status: response.status, body: new Uint8Array(await response.arrayBuffer())};
  } finally {
    current.end();
    close();
  }
}
