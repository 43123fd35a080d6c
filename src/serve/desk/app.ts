import {randomUUID} from "node:crypto";
import type {IncomingMessage} from "node:http";
import {Readable} from "node:stream";
import {type Context, Hono} from "hono";
import {UserError} from "../../base/error.ts";
import {html} from "../../render/markup/html.ts";
import {refusal, ServedFault} from "../fault.ts";
import {closedToOthers, headersOfAll} from "../guards/headers.ts";
import {isLoopback, type KnownHost} from "../guards/host.ts";
import {isFromHere} from "../guards/origin.ts";
import {plainPath} from "../guards/path.ts";
import {parsedQuery} from "../guards/query.ts";
import type {DeskAnswer, PageAnswer} from "./answer.ts";
import {parsedForm, readForm, type SentForm} from "./body.ts";
import {type Desk, may, type Visitor} from "./desk.ts";
import {faultPage, servedFaultPage} from "./fault-page.ts";
import {deskPolicy, framePage} from "./frame.ts";
import {sentFolder} from "./leftovers.ts";
import type {DeskRoute, Sender} from "./route.ts";
import {deskRoutes} from "./routes.ts";

/** What the application of the desk goes by. */
export interface DeskAppParts {
  readonly desk: Desk;
  readonly isKnownHost: KnownHost;
  /** The table; that of all screens where nothing is said. */
  readonly routes?: readonly DeskRoute[];
  /** Told of a bug, by the number that the person is told, and of the route. */
  readonly onBug: (fault: unknown, number: string, route: string) => void;
}

/** `__Host-`: from this host alone, over nothing that can be read on the way, for all of its paths. */
const cookieName = "__Host-desk";
const cookieRules = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** The desk: from a request to its answer, by the table of routes. */
export function deskApp({desk, isKnownHost, routes = deskRoutes, onBug}: DeskAppParts): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    checkRequest(context.req.raw, isKnownHost);
    await next();
  });
  for (const route of routes) {
    app.on(route.method === "GET" ? ["GET", "HEAD"] : ["POST"], route.path, (context) => answer(context, route, desk));
  }
  app.all("*", () => {
    throw refusal("NOT_FOUND", "there is no such page");
  });
  app.onError((fault, context) => {
    const {raw, routePath} = context.req;
    const visitor = visitorOf(raw, desk);
    if (fault instanceof UserError) return respond(raw, faultPage(fault, desk), desk, visitor);
    if (fault instanceof ServedFault) return respond(raw, servedFaultPage(fault, desk), desk, visitor, fault.status);
    const number = randomUUID();
    onBug(fault, number, routePath);
    return respond(raw, bugPage(number, desk), desk, visitor, 500);
  });
  return app;
}

/** What every request has to be, whatever it asks for. */
function checkRequest(request: Request, isKnownHost: KnownHost): void {
  const {host} = new URL(request.url);
  if (!isKnownHost(host)) throw refusal("HOST_UNKNOWN", "this server has no site of that name");
  if (request.method === "GET" || request.method === "HEAD") return;
  if (request.method !== "POST") throw refusal("METHOD_REFUSED", "it is asked in no such way");
  if (!isFromHere(request.headers, host, isKnownHost)) {
    throw refusal("ORIGIN_REFUSED", "the form was not sent from a page of this desk");
  }
}

function tokenOf(request: Request): string {
  const cookies = (request.headers.get("cookie") ?? "").slice(0, 4096).split(";");
  const own = cookies.map((one) => one.trim()).filter((one) => one.startsWith(`${cookieName}=`));
  // Two of one name are somebody's who has planted one.
  return own.length === 1 ? own[0]!.slice(cookieName.length + 1) : "";
}

function visitorOf(request: Request, {visitors}: Desk): Visitor | null {
  const token = tokenOf(request);
  return token === "" ? null : visitors.visitorOf(token);
}

function senderOf({req, env}: Context): Sender {
  const {incoming} = (env ?? {}) as {readonly incoming?: IncomingMessage};
  const address = (incoming?.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const {hostname} = new URL(req.url);
  // That the origin is ours was looked at where something is sent; elsewhere nobody asks for it.
  const site = {host: hostname, origin: req.raw.headers.get("origin") ?? ""};
  return {token: tokenOf(req.raw), address: isLoopback(address) ? "" : address, site};
}

async function answer(context: Context, route: DeskRoute, desk: Desk): Promise<Response> {
  const {req} = context;
  const {raw} = req;
  const url = new URL(raw.url);
  const path = plainPath(url.pathname);
  if (path === null) throw refusal("PATH_REFUSED", "the path is none that a link here has");
  const visitor = visitorOf(raw, desk);
  const refused = refusedTo(visitor, route, pageOf(raw, url), desk);
  if (refused !== null) return respond(raw, refused, desk, visitor);
  const query = parsedQuery(url.searchParams, route.query);
  const params = route.params.safeParse(req.param());
  if (!params.success) throw refusal("NOT_FOUND", "there is no such page");
  const sent = route.method === "POST" ? await readForm(raw, route, sentFolder(desk.folder)) : nothingSent;
  try {
    const form = parsedForm(sent.fields, route);
    const {signal} = raw;
    const sender = senderOf(context);
    const asked = {desk, visitor, sender, params: params.data, query, form, files: sent.files, signal};
    return respond(raw, await route.carryOut(asked), desk, visitor);
  } finally {
    sent.release();
  }
}

/** The page that is asked for; of a form the one that it stands on, where one goes on afterwards. */
function pageOf({method, headers}: Request, url: URL): string {
  const referer = headers.get("referer") ?? "";
  if (method === "GET" || method === "HEAD") return `${url.pathname}${url.search}`;
  if (!URL.canParse(referer)) return "/";
  const {host, pathname, search} = new URL(referer);
  return host === url.host ? `${pathname}${search}` : "/";
}

const nothingSent: SentForm = {fields: new URLSearchParams(), files: [], release: () => {}};

/** What whoever may not is answered with; null for whoever may. */
function refusedTo(
  visitor: Visitor | null,
  {who, again = false, method}: DeskRoute,
  from: string,
  desk: Desk,
): DeskAnswer | null {
  const {words} = desk;
  if (who === "anybody") return null;
  if (visitor === null || !visitor.isWhole) {
    const step = visitor === null ? "/sign-in" : "/sign-in/second";
    const to = from === "/" ? step : `${step}?to=${encodeURIComponent(from)}`;
    if (method === "GET") return {kind: "go", to};
    const body = html`<p>${words.t("desk-session-ended-means")}</p>
<p><a class="button" href="${to}">${words.t("desk-sign-in")}</a></p>
`;
    return {kind: "page", status: 403, title: words.t("desk-session-ended"), body};
  }
  if (who !== "signed-in" && !may(visitor, who)) {
    const role = words.t(`desk-role.${visitor.person.role}`);
    const body = html`<p>${words.t("desk-not-yours-means", {role})}</p>
`;
    return {kind: "page", status: 403, title: words.t("desk-not-yours"), body};
  }
  if (!again || visitor.isSureNow) return null;
  const to = `/again?to=${encodeURIComponent(from)}`;
  if (method === "GET") return {kind: "go", to};
  const body = html`<p>${words.t("desk-again-means")}</p>
<p><a class="button" href="${to}">${words.t("desk-again")}</a></p>
`;
  return {kind: "page", status: 403, title: words.t("desk-again"), body};
}

function bugPage(number: string, {words}: Desk): PageAnswer {
  const body = html`<p>${words.t("desk-bug-means", {number})}</p>
`;
  return {kind: "page", title: words.t("desk-bug"), body};
}

function respond(request: Request, found: DeskAnswer, desk: Desk, visitor: Visitor | null, status = 200): Response {
  const headers = new Headers({
    ...headersOfAll,
    ...closedToOthers,
    // Told to nobody else; a browser that tells nothing at all would not say where a form of ours comes from either.
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": deskPolicy,
    "Cache-Control": "no-store",
  });
  const isHead = request.method === "HEAD";
  const send = (body: string | Uint8Array<ArrayBuffer>, type: string, as = status): Response => {
    headers.set("Content-Type", type);
    headers.set("Content-Length", String(Buffer.byteLength(body)));
    return new Response(isHead ? null : body, {status: as, headers});
  };
  const token = "token" in found ? found.token : undefined;
  if (token === null) {
    headers.append("Set-Cookie", `${cookieName}=; Max-Age=0; ${cookieRules}`);
    // Who has signed out leaves nothing behind in the browser.
    headers.set("Clear-Site-Data", '"cache", "cookies", "storage"');
  } else if (token !== undefined) headers.append("Set-Cookie", `${cookieName}=${token}; ${cookieRules}`);
  switch (found.kind) {
    case "go":
      headers.set("Location", found.to);
      return new Response(null, {status: 303, headers});
    case "page": {
      if (found.refreshSeconds !== undefined && found.script === undefined) {
        headers.set("Refresh", String(found.refreshSeconds));
      }
      const isBusy = found.status === 503 || status === 503;
      const retrySeconds = found.retrySeconds ?? (isBusy ? 10 : null);
      if (retrySeconds !== null) headers.set("Retry-After", String(retrySeconds));
      const page = framePage(desk, visitor, new URL(request.url).pathname, found);
      return send(page, "text/html; charset=utf-8", found.status ?? status);
    }
    case "file":
      headers.set("Content-Disposition", `attachment; filename="${found.saveAs.replace(/[^\w.-]/g, "_")}"`);
      return send(found.body, found.type);
    case "made":
      headers.set("Content-Security-Policy", found.policy);
      if (found.isForEver === true) headers.set("Cache-Control", "public, max-age=31536000, immutable");
      return send(found.body, found.type);
    case "events":
      headers.set("Content-Type", "text/event-stream; charset=utf-8");
      return new Response(
        isHead
          ? null
          : (Readable.toWeb(Readable.from(asEvents(found.from))) as ReadableStream<Uint8Array<ArrayBuffer>>),
        {headers},
      );
  }
}

async function* asEvents(from: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  for await (const data of from) {
    yield Buffer.from(
      `${data
        .split("\n")
        .map((line) => `data: ${line}`)
        .join("\n")}\n\n`,
    );
  }
}
