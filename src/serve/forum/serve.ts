import type {Hono} from "hono";
import {type Forum, openForum} from "../../forum/forum.ts";
import {forumFolder} from "../../forum/store.ts";
import {forumSettingsOf} from "../../operations/forum/settings.ts";
import type {Config} from "../../workspace/config/config.ts";
import {hostCookie, type SessionCookie} from "../forms/cookie.ts";
import {openKeptPages} from "../forms/kept-pages.ts";
import {type KnownHost, knownHosts} from "../guards/host.ts";
import {forumApp} from "./app.ts";
import {memberOf, openForumPages} from "./open-pages.ts";

/** With what a forum is served. */
export interface ServedForumParts {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly isKnownHost: KnownHost;
  /** Where it stands, for whoever is not on the onion. */
  readonly origin: string;
  /** Where the archive stands, seen from the forum; null where there is none. */
  readonly archive: () => string | null;
  readonly onBug: (fault: unknown, number: string, route: string) => void;
}

/** A forum that is served: to everybody, and on its onion service. */
export interface ServedForum {
  readonly app: Hono;
  /** Null where the settings name no onion service. */
  readonly onion: Hono | null;
  readonly close: () => void;
}

/** An onion service has no TLS, and needs none: a cookie of this prefix and kind would not be kept there by every browser. */
const onionCookie: SessionCookie = {name: "forum-onion", rules: "Path=/forum; HttpOnly; SameSite=Lax"};

const hourMs = 3_600_000;

/**
 * Opens the forum of a workspace, to be served. What is to be forgotten is forgotten once an hour.
 *
 * @throws {UserError} As `openForum`.
 */
export function serveForum(workspaceFolder: string, config: Config, parts: ServedForumParts): ServedForum {
  const {now, isKnownHost, origin, archive, onBug} = parts;
  const forum: Forum = openForum(forumFolder(workspaceFolder), {now, settings: forumSettingsOf(config)});
  // What is kept names where the forum stands, which on the onion is elsewhere, even where both are called by one name.
  const [keptPages, keptOnOnion] = [openKeptPages(), openKeptPages()];
  const forgetKept = (): void => {
    keptPages.forget();
    keptOnOnion.forget();
  };
  const visitorOf = (token: string) => memberOf(forum, token);
  const app = forumApp({
    ...{isKnownHost, visitorOf, onBug, cookie: hostCookie("forum"), kept: {...keptPages, forget: forgetKept}},
    forum: openForumPages(forum, config, {origin, archive, now}),
  });
  const {onion: settings} = config.forum;
  const onion =
    settings === undefined
      ? null
      : forumApp({
          ...{visitorOf, onBug, cookie: onionCookie, kept: {...keptOnOnion, forget: forgetKept}},
          isKnownHost: knownHosts(settings.listen, [settings.origin], {part: "forum", option: "", isAsked: false}),
          forum: openForumPages(forum, config, {origin: settings.origin, archive: () => null, now}),
        });
  const forget = (): void => {
    try {
      forum.members.forgetOld();
    } catch (fault) {
      onBug(fault, "", "forgetting");
    }
  };
  forget();
  const timer = setInterval(forget, hourMs);
  timer.unref();
  const close = (): void => {
    clearInterval(timer);
    forum.closeFile();
  };
  return {app, onion, close};
}
