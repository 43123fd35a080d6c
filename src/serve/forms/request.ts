import type {IncomingMessage} from "node:http";
import type {Context} from "hono";
import {refusal} from "../fault.ts";
import {isLoopback, type KnownHost} from "../guards/host.ts";
import {isFromHere} from "../guards/origin.ts";
import type {Sender} from "./route.ts";

/**
 * What every request has to be, whatever it asks for.
 *
 * @param part What it is called whose pages send forms: "this desk".
 */
export function checkRequest(request: Request, isKnownHost: KnownHost, part: string): void {
  const {host} = new URL(request.url);
  if (!isKnownHost(host)) throw refusal("HOST_UNKNOWN", "this server has no site of that name");
  if (request.method === "GET" || request.method === "HEAD") return;
  if (request.method !== "POST") throw refusal("METHOD_REFUSED", "it is asked in no such way");
  if (!isFromHere(request.headers, host, isKnownHost)) {
    throw refusal("ORIGIN_REFUSED", `the form was not sent from a page of ${part}`);
  }
}

/** From where it is asked. */
export function senderOf({req, env}: Context, token: string): Sender {
  const {incoming} = (env ?? {}) as {readonly incoming?: IncomingMessage};
  const address = (incoming?.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const {hostname} = new URL(req.url);
  // That the origin is ours was looked at where something is sent; elsewhere nobody asks for it.
  const site = {host: hostname, origin: req.raw.headers.get("origin") ?? ""};
  return {token, address: isLoopback(address) ? "" : address, site};
}

/**
 * The page that is asked for; of a form the one that it stands on, where one goes on afterwards.
 *
 * @param first Where one goes on where nothing is said.
 */
export function pageOf({method, headers}: Request, url: URL, first: string): string {
  const referer = headers.get("referer") ?? "";
  if (method === "GET" || method === "HEAD") return `${url.pathname}${url.search}`;
  if (!URL.canParse(referer)) return first;
  const {host, pathname, search} = new URL(referer);
  return host === url.host ? `${pathname}${search}` : first;
}
