import {join} from "node:path";
import type {Config} from "../workspace/config/config.ts";
import type {ListenAddress} from "../workspace/config/serve.ts";
import {publishedFolder} from "../workspace/published.ts";
import {type LaterSite, openLaterSite, type SiteListener} from "./current-site.ts";
import {type ServedForum, serveForum} from "./forum/serve.ts";
import {frontDoor, type Served} from "./front-door.ts";
import {hostsOf, type KnownHost, knownHosts} from "./guards/host.ts";
import {publicApp} from "./public/app.ts";
import type {SiteSettings} from "./public/served-site.ts";

/** The archive and the forum, before they listen. */
export interface ForumBeside {
  readonly site: LaterSite;
  /** What listens where. */
  readonly doors: readonly (readonly [Served, ListenAddress])[];
  readonly close: () => void;
}

/** By what the archive and the forum are served. */
export interface BesideParts {
  readonly workspaceFolder: string;
  readonly config: Config;
  /** Of the archive. */
  readonly address: ListenAddress;
  /** Was the address passed, and does it not stand in the settings? */
  readonly isAsked: boolean;
  readonly settings: Omit<SiteSettings, "forum">;
  readonly listener: SiteListener & {readonly bug: (fault: unknown, number: string, route: string) => void};
}

/**
 * The forum beside the archive, or alone as long as nothing is published: below `/forum/` of the archive, by a name of its own, or by an
 * address of its own; and by its onion service.
 *
 * @throws {UserError} SERVE_REFUSED, and what opening a forum and reading what was published throws
 */
export async function prepareForum(parts: BesideParts): Promise<ForumBeside> {
  const {workspaceFolder, config, address, isAsked, settings, listener} = parts;
  const {serve, forum: own} = config;
  const hasName = own.origins.length > 0;
  const apart = own.listen ?? null;
  const source = {part: "serve", option: "listen", isAsked} as const;
  // Where the forum alone has a name, the listener goes by that.
  const archiveOrigins = serve.origins.length === 0 && apart === null ? own.origins : serve.origins;
  const isArchiveHost = knownHosts(address, archiveOrigins, source);
  const isForumHost =
    apart !== null
      ? knownHosts(apart, own.origins, {part: "forum", option: "", isAsked: false})
      : hasName
        ? knownHosts(address, own.origins, source)
        : isArchiveHost;
  const {port} = apart ?? address;
  const origin = own.origins[0] ?? (apart === null ? serve.origins[0] : undefined) ?? `http://localhost:${port}`;
  const isBelow = !hasName && apart === null;
  const forumAt = isBelow ? "/forum/" : `${origin}/forum/`;
  const site = await openLaterSite(join(workspaceFolder, publishedFolder), {...settings, forum: forumAt}, listener);
  const archiveAt = isBelow ? "/" : serve.origins[0] === undefined ? null : `${serve.origins[0]}/`;
  const forum: ServedForum = serveForum(workspaceFolder, config, {
    ...{now: Date.now, isKnownHost: isForumHost, origin, onBug: listener.bug},
    archive: () => (site.now() === null ? null : archiveAt),
  });
  const archive = archiveApp(site, isArchiveHost, listener.bug);
  const names = new Set(own.origins.flatMap(hostsOf));
  const isNamed: KnownHost = (host) => names.has(host.toLowerCase());
  const front = frontDoor({archive, forum: forum.app, isForumHost: isBelow ? null : isNamed, isArchiveHost, origin});
  const doors: (readonly [Served, ListenAddress])[] = [[front, address]];
  if (apart !== null) doors.push([alone(forum.app, isForumHost, origin), apart]);
  if (forum.onion !== null && own.onion !== undefined) {
    const isOnion = knownHosts(own.onion.listen, [own.onion.origin], {part: "forum", option: "", isAsked: false});
    doors.push([alone(forum.onion, isOnion, own.onion.origin), own.onion.listen]);
  }
  return {site, doors, close: forum.close};
}

/** The forum without the archive. */
function alone(forum: Served, isKnownHost: KnownHost, origin: string): Served {
  return frontDoor({archive: () => null, forum, isForumHost: null, isArchiveHost: isKnownHost, origin});
}

/** The archive as soon as something is published. */
function archiveApp(
  {now}: LaterSite,
  isKnownHost: KnownHost,
  onBug: BesideParts["listener"]["bug"],
): () => Served | null {
  let app: Served | null = null;
  return () => {
    if (now() === null) return null;
    // What was published once stays: it is never null again.
    app ??= publicApp({site: () => now()!, isKnownHost, onBug});
    return app;
  };
}
