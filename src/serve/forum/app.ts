import type {Hono} from "hono";
import {fieldText, html, noMarkup} from "../../render/markup/html.ts";
import {formApp} from "../forms/app.ts";
import type {SessionCookie} from "../forms/cookie.ts";
import type {KeptPages} from "../forms/kept-pages.ts";
import type {KnownHost} from "../guards/host.ts";
import {cannotNowPage, forumBugPage, forumFaultPage} from "./fault-page.ts";
import {forumPolicy, frameForum, scriptedPolicy} from "./frame.ts";
import {type ForumPages, isFor, type SignedInMember} from "./pages.ts";
import type {ForumAnswer, ForumRoute} from "./route.ts";
import {forumRoutes} from "./routes.ts";

/** What the application of the forum goes by. */
export interface ForumAppParts {
  readonly forum: ForumPages;
  readonly isKnownHost: KnownHost;
  readonly cookie: SessionCookie;
  readonly kept: KeptPages;
  /** Whose cookie is this? Null where it is nobody's, or has ended. */
  readonly visitorOf: (token: string) => SignedInMember | null;
  /** The table; that of all pages where nothing is said. */
  readonly routes?: readonly ForumRoute[];
  /** Told of a bug, by the number that the person is told, and of the route. */
  readonly onBug: (fault: unknown, number: string, route: string) => void;
}

/** The forum: from a request to its answer, by the table of routes. */
export function forumApp(parts: ForumAppParts): Hono {
  const {forum, isKnownHost, cookie, kept, visitorOf, routes = forumRoutes, onBug} = parts;
  return formApp({
    ...{called: "this forum", first: "/forum/", routes, isKnownHost, onBug, cookie, kept, visitorOf},
    ...{policy: forumPolicy, scriptPolicy: scriptedPolicy},
    // No row takes a file.
    sentFolder: "",
    refusedTo: (visitor, route, from, typed) => refusedTo(forum, visitor, route, from, typed),
    own: (visitor) => ({forum, visitor}),
    draw: (page, visitor, path) => frameForum(forum, visitor, path, page),
    faultPage: (fault) => cannotNowPage(forum, fault),
    servedFaultPage: (fault) => forumFaultPage(forum, fault),
    bugPage: (number) => forumBugPage(forum, number),
  });
}

/** What whoever may not is answered with; null for whoever may. */
async function refusedTo(
  {words}: ForumPages,
  visitor: SignedInMember | null,
  {who, again = false, method}: ForumRoute,
  from: string,
  typed: () => Promise<string>,
): Promise<ForumAnswer | null> {
  if (who === "anybody") return null;
  if (visitor === null || !visitor.isWhole) {
    const step = visitor === null ? "/forum/sign-in" : "/forum/sign-in/second";
    const to = `${step}?to=${encodeURIComponent(from)}`;
    if (method === "GET") return {kind: "go", to};
    const text = await typed();
    const back =
      text === ""
        ? noMarkup
        : html`<div class="field"><label for="back">${words.t("forum-session-ended-text")}</label>
<textarea class="post-text" id="back" readonly>${fieldText(text)}</textarea></div>
`;
    const body = html`<p>${words.t("forum-session-ended-means")}</p>
${back}<p><a class="button" href="${to}">${words.t("desk-sign-in")}</a></p>
`;
    return {kind: "page", status: 403, title: words.t("desk-session-ended"), body};
  }
  if (!isFor(visitor, who)) {
    const body = html`<p>${words.t("forum-not-yours-means")}</p>
`;
    return {kind: "page", status: 403, title: words.t("desk-not-yours"), body};
  }
  if (!again || visitor.isSureNow) return null;
  const to = `/forum/again?to=${encodeURIComponent(from)}`;
  if (method === "GET") return {kind: "go", to};
  const body = html`<p>${words.t("desk-again-means")}</p>
<p><a class="button" href="${to}">${words.t("desk-again")}</a></p>
`;
  return {kind: "page", status: 403, title: words.t("desk-again"), body};
}
