import {isIP} from "node:net";
import {UserError} from "../../base/error.ts";
import type {ListenAddress} from "../../workspace/config/serve.ts";

/** By which names may a request call this server? */
export type KnownHost = (host: string) => boolean;

/** Where it is said on which address is listened: in a part of `broadsheet.yaml`, or by a value that was passed. */
export interface ListenSource {
  readonly part: "serve" | "desk" | "forum";
  readonly option: string;
  readonly isAsked: boolean;
}

const loopbackNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Can nobody but this machine reach what listens there? */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** Is it a name that this machine has for itself alone, with or without a port? */
export function isLoopbackName(host: string): boolean {
  return loopbackNames.has(host.toLowerCase().replace(/:\d{1,5}$/, ""));
}

/**
 * The names that a server goes by: those of the origins, and on an address of this machine alone its own.
 *
 * Any other is somebody's who has pointed a name of theirs here: what is made for one site is not shown as another's.
 *
 * @throws {UserError} SERVE_REFUSED where others could reach it and no origin is named.
 */
export function knownHosts(
  {host}: ListenAddress,
  origins: readonly string[],
  {part, option, isAsked}: ListenSource = {part: "serve", option: "listen", isAsked: true},
): KnownHost {
  const isOwn = isLoopback(host);
  if (!isOwn && origins.length === 0) {
    throw new UserError(
      "SERVE_REFUSED",
      `${host} can be reached from elsewhere, and broadsheet.yaml does not say what the site is called there`,
      `name the site's origin in ${part}.origins, or listen on 127.0.0.1 and let a server with TLS stand before it`,
      isAsked ? {field: option} : `broadsheet.yaml, ${part}.listen`,
    );
  }
  const named = new Set(origins.flatMap(hostsOf));
  return (given) => {
    const name = given.toLowerCase();
    return named.has(name) || (isOwn && isLoopbackName(name));
  };
}

/** The hosts that an origin is called by: a browser leaves the usual port out, and other programs write it. */
export function hostsOf(origin: string): string[] {
  const {host, port, protocol} = new URL(origin);
  return port === "" ? [host, `${host}:${protocol === "https:" ? 443 : 80}`] : [host];
}
