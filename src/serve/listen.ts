import type {IncomingMessage, Server} from "node:http";
import type {AddressInfo} from "node:net";
import {createAdaptorServer} from "@hono/node-server";
import {UserError} from "../base/error.ts";
import type {ListenAddress} from "../workspace/config/serve.ts";
import type {Served} from "./front-door.ts";

/** What one reader, and all of them together, may take of the server. */
export interface Limits {
  /** Connections at a time; further ones are turned away. */
  readonly connections: number;
  /** Of all headers of a request. */
  readonly headerBytes: number;
  /** For its headers, and for all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** In which a connection has to take something of what it is sent. */
  readonly idleMs: number;
  readonly keepAliveMs: number;
  readonly requestsOfConnection: number;
  /** For answers that are on their way when it ends. */
  readonly drainMs: number;
}

/** What the archive is served with. */
export const usualLimits: Limits = {
  connections: 512,
  headerBytes: 8192,
  headersMs: 10_000,
  requestMs: 15_000,
  idleMs: 30_000,
  keepAliveMs: 5000,
  requestsOfConnection: 1000,
  drainMs: 10_000,
};

/** A server that listens. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  /** Takes no new connection, lets what is on its way arrive, for ten seconds at most, and ends. */
  readonly drain: () => Promise<void>;
}

/** @throws {UserError} SERVE_REFUSED where the address is in use, not this machine's, or not to be had by this user. */
export async function listen(
  app: Served,
  {host, port}: ListenAddress,
  limits: Limits = usualLimits,
): Promise<Listening> {
  const serverOptions = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersMs),
    keepAliveTimeout: limits.keepAliveMs,
    requireHostHeader: true,
  };
  const server = createAdaptorServer({fetch: app.fetch, serverOptions}) as Server;
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = limits.requestsOfConnection;
  server.timeout = limits.idleMs;
  // Nothing here is asked for over anything else than HTTP.
  server.on("upgrade", (_: IncomingMessage, socket) => socket.destroy());
  server.on("connect", (_: IncomingMessage, socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once("error", (fault: NodeJS.ErrnoException) => fail(asListenFault(fault, host, port)));
    server.listen({host, port, exclusive: true}, done);
  });
  const {address, port: own} = server.address() as AddressInfo;
  return {host: address.includes(":") ? `[${address}]` : address, port: own, drain: () => drain(server, limits)};
}

async function drain(server: Server, {drainMs}: Limits): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const last = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(last);
}

const reasons: Readonly<Record<string, readonly [what: string, help: string]>> = {
  EADDRINUSE: ["another program listens there", "end that one, or name another port"],
  EACCES: ["this user may not listen there", "name a port above 1023, and let a server with TLS stand before it"],
  EADDRNOTAVAIL: ["this machine has no such address", "name an address of this machine, like 127.0.0.1"],
};

function asListenFault(fault: NodeJS.ErrnoException, host: string, port: number): unknown {
  const [what, help] = reasons[fault.code ?? ""] ?? [];
  if (what === undefined || help === undefined) return fault;
  return new UserError("SERVE_REFUSED", what, help, host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`);
}
