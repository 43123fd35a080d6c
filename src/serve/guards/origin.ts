import type {KnownHost} from "./host.ts";

/**
 * Does a request that changes something come from a page of this site itself?
 *
 * A browser says so in two ways, of which an older one or one that comes through an onion may leave one out. Neither may say otherwise, and
 * one has to be there: without either nobody can tell who has sent it.
 *
 * @param host The Host of the request.
 */
export function isFromHere(headers: Headers, host: string, isKnownHost: KnownHost): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  if (site !== null && site !== "same-origin") return false;
  return origin === null || (originHost(origin) === host.toLowerCase() && isKnownHost(host));
}

function originHost(origin: string): string | null {
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return null;
  return new URL(origin).host;
}
