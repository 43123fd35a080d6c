import type {UserError} from "../../base/error.ts";
import {html, noMarkup} from "../../render/markup/html.ts";
import type {ServedFault} from "../fault.ts";
import type {ForumPages} from "./pages.ts";
import type {ForumPage} from "./route.ts";

type PageStatus = NonNullable<ForumPage["status"]>;

/** The page of a request that could not be taken. What was wrong with it is said in English. */
export function forumFaultPage({words}: ForumPages, {status, message, where, help}: ServedFault): ForumPage {
  const place = where === null ? noMarkup : html`<p><code>${where}</code></p>\n`;
  const body = html`<div class="said" role="alert" lang="en" dir="ltr">
<p><strong>${message}</strong></p>
${place}<p>${help}</p>
</div>
`;
  const title = words.t(status === 404 ? "desk-missing" : "desk-refused");
  return {kind: "page", title, status: status as PageStatus, body};
}

/** The page of what the machine does not let be done now, like a full disk. Of the machine nothing is told. */
export function cannotNowPage({words}: ForumPages, {code}: UserError): ForumPage {
  const body = html`<p>${words.t("desk-refused-means")}</p>
<p class="when">${code}</p>
`;
  return {kind: "page", title: words.t("desk-refused"), status: 503, retrySeconds: 60, body};
}

/** The page of a fault in Broadsheet. */
export function forumBugPage({words}: ForumPages, number: string): ForumPage {
  const body = html`<p>${words.t("desk-bug-means", {number})}</p>
`;
  return {kind: "page", title: words.t("desk-bug"), body};
}
