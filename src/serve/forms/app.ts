import {randomUUID} from "node:crypto";
import {type Context, Hono} from "hono";
import {UserError} from "../../base/error.ts";
import {refusal, ServedFault} from "../fault.ts";
import type {KnownHost} from "../guards/host.ts";
import {plainPath} from "../guards/path.ts";
import {parsedQuery} from "../guards/query.ts";
import type {FormAnswer, FormPage} from "./answer.ts";
import {parsedForm, readForm, type SentForm} from "./body.ts";
import {type SessionCookie, tokenOf} from "./cookie.ts";
import type {KeptPages} from "./kept-pages.ts";
import {checkRequest, pageOf, senderOf} from "./request.ts";
import {respondTo} from "./respond.ts";
import type {AnyRow} from "./route.ts";

/** A part of the server in which somebody signs in and sends forms: the desk, the forum. */
export interface FormHouse<Who extends string, Own, Visitor, Script extends string> {
  /** As a refusal calls it: "this desk". */
  readonly called: string;
  /** Its first page. */
  readonly first: string;
  readonly routes: readonly AnyRow<Who, Own, FormAnswer<Script>>[];
  readonly isKnownHost: KnownHost;
  readonly cookie: SessionCookie;
  /** What its pages may do. */
  readonly policy: string;
  /** The same of a page that has a script, where that is more. */
  readonly scriptPolicy?: string;
  /** In which files that are sent along get a folder of their own. */
  readonly sentFolder: string;
  readonly visitorOf: (token: string) => Visitor | null;
  /** What whoever may not is answered with; null for whoever may. @param from Where one goes on afterwards. @param typed What was written, of a row that shows it back. */
  readonly refusedTo: (
    visitor: Visitor | null,
    route: AnyRow<Who, Own, FormAnswer<Script>>,
    from: string,
    typed: () => Promise<string>,
  ) => FormAnswer<Script> | null | Promise<FormAnswer<Script> | null>;
  /** What a row is told besides what was sent. */
  readonly own: (visitor: Visitor | null) => Own;
  /** A page in its frame. */
  readonly draw: (page: FormPage<Script>, visitor: Visitor | null, path: string) => string;
  readonly faultPage: (fault: UserError) => FormPage<Script>;
  readonly servedFaultPage: (fault: ServedFault) => FormPage<Script>;
  readonly bugPage: (number: string) => FormPage<Script>;
  /** Answers that are the same for everybody without a cookie; without it none is kept. */
  readonly kept?: KeptPages;
  /** Told of a bug, by the number that the person is told, and of the route. */
  readonly onBug: (fault: unknown, number: string, route: string) => void;
}

const mostShownBack = 20_000;

const nothingSent: SentForm = {fields: new URLSearchParams(), files: [], release: () => {}};

/** From a request to its answer, by a table of rows. */
export function formApp<Who extends string, Own, Visitor, Script extends string>(
  house: FormHouse<Who, Own, Visitor, Script>,
): Hono {
  const app = new Hono();
  const visitorOf = (request: Request): Visitor | null => {
    const token = tokenOf(request, house.cookie);
    return token === "" ? null : house.visitorOf(token);
  };
  const drawFor = (request: Request, visitor: Visitor | null) => {
    const {pathname} = new URL(request.url);
    return (page: FormPage<Script>): string => house.draw(page, visitor, pathname);
  };
  const respond = (request: Request, found: FormAnswer<Script>, visitor: Visitor | null, status = 200): Response => {
    const {cookie, policy, scriptPolicy} = house;
    return respondTo(request, found, {cookie, policy, scriptPolicy, draw: drawFor(request, visitor)}, status);
  };
  app.use(async (context, next) => {
    checkRequest(context.req.raw, house.isKnownHost, house.called);
    await next();
  });
  for (const route of house.routes) {
    const carry = async (context: Context): Promise<Response> => {
      const {raw} = context.req;
      const url = new URL(raw.url);
      if (plainPath(url.pathname) === null) throw refusal("PATH_REFUSED", "the path is none that a link here has");
      const keeping = route.isKept === true && tokenOf(raw, house.cookie) === "" ? house.kept : undefined;
      const known = keeping?.find(raw);
      if (known !== undefined) return known;
      const visitor = visitorOf(raw);
      const typed = async (): Promise<string> => {
        if (route.shownBack === undefined) return "";
        return (
          (await readForm(raw, route, house.sentFolder)).fields.get(route.shownBack)?.slice(0, mostShownBack) ?? ""
        );
      };
      const refused = await house.refusedTo(visitor, route, pageOf(raw, url, house.first), typed);
      if (refused !== null) return respond(raw, refused, visitor);
      const query = parsedQuery(url.searchParams, route.query);
      const params = route.params.safeParse(context.req.param());
      if (!params.success) throw refusal("NOT_FOUND", "there is no such page");
      const sent = route.method === "POST" ? await readForm(raw, route, house.sentFolder) : nothingSent;
      try {
        const form = parsedForm(sent.fields, route);
        const {signal} = raw;
        const sender = senderOf(context, tokenOf(raw, house.cookie));
        const asked = {sender, params: params.data, query, form, files: sent.files, signal, ...house.own(visitor)};
        const found = await route.carryOut(asked);
        return (
          keeping?.keep(raw, found, {policy: house.policy, draw: drawFor(raw, visitor)}) ?? respond(raw, found, visitor)
        );
      } finally {
        sent.release();
        if (route.method === "POST") house.kept?.forget();
      }
    };
    app.on(route.method === "GET" ? ["GET", "HEAD"] : ["POST"], route.path, carry);
  }
  app.all("*", () => {
    throw refusal("NOT_FOUND", "there is no such page");
  });
  app.onError((fault, context) => {
    const {raw, routePath} = context.req;
    const visitor = visitorOf(raw);
    if (fault instanceof UserError) return respond(raw, house.faultPage(fault), visitor);
    if (fault instanceof ServedFault) return respond(raw, house.servedFaultPage(fault), visitor, fault.status);
    const number = randomUUID();
    house.onBug(fault, number, routePath);
    return respond(raw, house.bugPage(number), visitor, 500);
  });
  return app;
}
