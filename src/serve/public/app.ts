import {randomUUID} from "node:crypto";
import {type Context, Hono} from "hono";
import {type FaultCode, faultAsJson, refusal, ServedFault} from "../fault.ts";
import {headersOfAll, preflight} from "../guards/headers.ts";
import type {KnownHost} from "../guards/host.ts";
import {plainPath} from "../guards/path.ts";
import {parsedQuery} from "../guards/query.ts";
import {jsonAnswer} from "./api/json.ts";
import {isData, missingAnswer} from "./archive.ts";
import {type KeptAnswer, type KeptAnswers, openAnswers} from "./kept-answers.ts";
import {redirect, respond, sendFile} from "./respond.ts";
import type {MadeAnswer, Route} from "./route.ts";
import {publicRoutes} from "./routes.ts";
import type {ServedSite} from "./served-site.ts";

/** What the application goes by. */
export interface PublicAppParts {
  /** What is published now. */
  readonly site: () => ServedSite;
  readonly isKnownHost: KnownHost;
  /** Told of a bug, by the number that the reader is told, and of the route. Nothing of the reader. */
  readonly onBug: (fault: unknown, number: string, route: string) => void;
}

const mostKeptBytes = 24 * 1_048_576;
const readMethods = "GET, HEAD";

/** The public application: from a request to its answer, by the table of routes. It keeps nothing of who asks. */
export function publicApp(parts: PublicAppParts): Hono {
  const app = new Hono();
  let kept: {site: ServedSite; answers: KeptAnswers} | null = null;
  const answersOf = (site: ServedSite): KeptAnswers => {
    if (kept?.site !== site) kept = {site, answers: openAnswers(mostKeptBytes)};
    return kept.answers;
  };
  app.use(async (context, next) => {
    checkRequest(context, parts.isKnownHost);
    await next();
  });
  for (const route of publicRoutes) {
    if (route.kind === "api")
      app.options(route.path, () => new Response(null, {status: 204, headers: {...headersOfAll, ...preflight}}));
    app.get(route.path, (context) => answer(context, route, parts.site(), answersOf));
  }
  app.all("*", () => {
    throw refusal("METHOD_REFUSED", "nothing can be changed here");
  });
  app.onError((fault, context) => {
    if (fault instanceof ServedFault) return faultResponse(context.req.raw, parts.site(), fault);
    const number = randomUUID();
    parts.onBug(fault, number, context.req.routePath);
    const told = refusal("BUG", `an internal error, number ${number}`);
    return faultResponse(context.req.raw, parts.site(), told);
  });
  return app;
}

/** What every request has to be, whatever it asks for. */
function checkRequest({req}: Context, isKnownHost: KnownHost): void {
  const {raw, method} = req;
  if (!isKnownHost(new URL(raw.url).host)) throw refusal("HOST_UNKNOWN", "this server has no site of that name");
  if (!["GET", "HEAD", "OPTIONS"].includes(method)) throw refusal("METHOD_REFUSED", "nothing can be changed here");
  const length = raw.headers.get("content-length");
  if ((length !== null && length !== "0") || raw.headers.has("transfer-encoding")) {
    throw refusal("BODY_REFUSED", "the request has a body");
  }
}

async function answer(
  {req}: Context,
  route: Route,
  site: ServedSite,
  answersOf: (site: ServedSite) => KeptAnswers,
): Promise<Response> {
  const {raw} = req;
  const url = new URL(raw.url);
  const path = plainPath(url.pathname);
  if (path === null) throw refusal("PATH_REFUSED", "the path is none that a link here has");
  // A page that is linked to with a mark of somebody's (`?fbclid=…`) is the page.
  const query = route.kind === "archive" ? {} : parsedQuery(url.searchParams, route.query);
  const params = route.params.safeParse(req.param());
  if (!params.success) throw notFound();
  const key = JSON.stringify([route.id, route.kind === "archive" ? path : params.data, query]);
  const answers = answersOf(site);
  const known = answers.get(key);
  if (known !== undefined) return respond(raw, known);
  const found = await route.carryOut({site, params: params.data, query, path});
  if (found === null) throw notFound();
  if (found.kind === "redirect") return redirect(found);
  if (found.kind === "file") return sendFile(raw, found);
  return respond(raw, answers.keep(key, {isOpen: isData(path.slice(1)), ...found}));
}

function notFound(): ServedFault {
  return refusal("NOT_FOUND", "there is no such thing here");
}

/** What a person may come upon who follows a link that was mistyped. */
const pageCodes: readonly FaultCode[] = ["NOT_FOUND", "PARAMETER_REFUSED", "PATH_REFUSED"];

/** A fault in the shape of what was asked for: JSON of the API, a page of the archive. */
function faultResponse(request: Request, site: ServedSite, fault: ServedFault): Response {
  const {status, code} = fault;
  const path = new URL(request.url).pathname;
  const isPage = pageCodes.includes(code) && !/^\/api(?:\/|$)/.test(path);
  const made: MadeAnswer = isPage ? missingAnswer(site, path) : jsonAnswer(faultAsJson(fault));
  const response = respond(request, bare(made), status);
  if (code === "METHOD_REFUSED") response.headers.set("Allow", readMethods);
  // What the body may hold is not read: the connection ends.
  if (code === "BODY_REFUSED" || code === "METHOD_REFUSED") response.headers.set("Connection", "close");
  if (code === "CHANGED") response.headers.set("Retry-After", "60");
  return response;
}

function bare(answer: MadeAnswer): KeptAnswer {
  return {answer, bytes: Buffer.from(answer.body as string), packed: null, mark: ""};
}
