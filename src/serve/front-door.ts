import type {Hono} from "hono";
import {headersOfAll} from "./guards/headers.ts";
import {isLoopbackName, type KnownHost} from "./guards/host.ts";

/** Something that answers requests. */
export type Served = Pick<Hono, "fetch">;

/** What stands behind one listener. */
export interface FrontDoorParts {
  /** Null as long as nothing is published. */
  readonly archive: () => Served | null;
  readonly forum: Served;
  /** Is it a name of the forum alone? Null where it goes by the names of the archive. */
  readonly isForumHost: KnownHost | null;
  /** Is it a name of the archive? */
  readonly isArchiveHost: KnownHost;
  /** Where the forum stands, for whoever asks for it by a name of the archive. */
  readonly origin: string;
}

/** The archive and the forum behind one listener: the forum by its own name or below `/forum/`, the archive by all else. */
export function frontDoor({archive, forum, isForumHost, isArchiveHost, origin}: FrontDoorParts): Served {
  return {
    fetch: (request, ...rest) => {
      const {host, pathname, search} = new URL(request.url);
      const hand = (app: Served): Response | Promise<Response> => app.fetch(request, ...rest);
      const isOfForum = pathname === "/forum" || pathname.startsWith("/forum/");
      const isAlone = isForumHost?.(host) === true;
      if (isAlone || (isOfForum && (isForumHost === null || isLoopbackName(host)))) {
        return pathname === "/" ? lead("/forum/") : hand(forum);
      }
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (isOfForum && isRead && isArchiveHost(host)) return lead(`${origin}${pathname}${search}`);
      const site = archive();
      if (site !== null) return hand(site);
      return pathname === "/" && isRead && isArchiveHost(host) ? lead("/forum/") : hand(forum);
    },
  };
}

function lead(to: string): Response {
  return new Response(null, {status: 302, headers: {...headersOfAll, Location: to, "Cache-Control": "no-store"}});
}
