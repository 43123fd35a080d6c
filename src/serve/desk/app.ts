import type {Hono} from "hono";
import {html} from "../../render/markup/html.ts";
import {formApp} from "../forms/app.ts";
import {hostCookie} from "../forms/cookie.ts";
import type {KnownHost} from "../guards/host.ts";
import type {DeskAnswer, PageAnswer} from "./answer.ts";
import {type Desk, may, type Visitor} from "./desk.ts";
import {faultPage, servedFaultPage} from "./fault-page.ts";
import {deskPolicy, framePage} from "./frame.ts";
import {sentFolder} from "./leftovers.ts";
import type {DeskRoute} from "./route.ts";
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

/** The desk: from a request to its answer, by the table of routes. */
export function deskApp({desk, isKnownHost, routes = deskRoutes, onBug}: DeskAppParts): Hono {
  return formApp({
    ...{called: "this desk", first: "/", routes, isKnownHost, onBug, policy: deskPolicy},
    cookie: hostCookie("desk"),
    sentFolder: sentFolder(desk.folder),
    visitorOf: (token: string) => desk.visitors.visitorOf(token),
    refusedTo: (visitor, route, from) => refusedTo(visitor, route, from, desk),
    own: (visitor) => ({desk, visitor}),
    draw: (page, visitor, path) => framePage(desk, visitor, path, page),
    faultPage: (fault) => faultPage(fault, desk),
    servedFaultPage: (fault) => servedFaultPage(fault, desk),
    bugPage: (number) => bugPage(number, desk),
  });
}

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
