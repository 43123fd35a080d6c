import type {UserError} from "../../base/error.ts";
import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import type {ServedFault} from "../fault.ts";
import {deskHelp} from "./advice.ts";
import type {PageAnswer} from "./answer.ts";
import type {Desk} from "./desk.ts";

type PageStatus = NonNullable<PageAnswer["status"]>;

/** What HTTP calls a fault that a person can repair, where it is not simply that what was sent cannot be taken. */
const statuses: Readonly<Partial<Record<UserError["code"], PageStatus>>> = {
  WORKSPACE_BUSY: 503,
  PUBLISHED_OTHERWISE: 409,
};

/** The page of a fault that a person can repair: what is wrong, where, and what to try. */
export function faultPage(fault: UserError, {words}: Desk): PageAnswer {
  return {
    kind: "page",
    title: words.t("desk-refused"),
    status: statuses[fault.code] ?? 422,
    body: html`<p>${words.t("desk-refused-means")}</p>
${faultFacts(fault, words)}`,
  };
}

/** A fault within a page: what is wrong, where, and what to try. What it says is in English. */
export function faultFacts(fault: UserError, words: Desk["words"]): Markup {
  const where =
    fault.where === undefined
      ? noMarkup
      : html`<p><code>${fault.where}</code></p>
`;
  return html`<div class="said" role="alert" lang="en" dir="ltr">
<p><strong>${fault.message}</strong></p>
${where}<p><span lang="${words.language.tag}" dir="${words.language.direction}">${words.t("desk-try")}</span>: ${deskHelp(fault)}</p>
<p class="when">${fault.code}</p>
</div>
`;
}

/** The page of a request that could not be taken. */
export function servedFaultPage({status, message, where, help}: ServedFault, {words}: Desk): PageAnswer {
  return {
    kind: "page",
    title: words.t(status === 404 ? "desk-missing" : "desk-refused"),
    status: status as PageStatus,
    body: html`<div class="said" role="alert" lang="en" dir="ltr">
<p><strong>${message}</strong></p>
${
  where === null
    ? noMarkup
    : html`<p><code>${where}</code></p>
`
}<p>${help}</p>
</div>
`,
  };
}
