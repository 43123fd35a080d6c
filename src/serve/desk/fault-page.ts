import type {UserError} from "../../base/error.ts";
import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import {type ServedFault, servedFaults} from "../fault.ts";
import {helpByCode, helpMarkup} from "./advice.ts";
import type {PageAnswer} from "./answer.ts";
import type {Desk} from "./desk.ts";
import {wordsOfFault} from "./fault-words.ts";

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

/**
 * A fault within a page: what is wrong, where, and what to try. Where the desk does not speak English, what it means and what to try come
 * first in its language, by the code of the fault, and then exactly what was found.
 */
export function faultFacts(fault: UserError, words: Desk["words"]): Markup {
  const {message, code} = fault;
  const where =
    fault.where === undefined
      ? noMarkup
      : html`<p><code dir="ltr">${fault.where}</code></p>
`;
  const body = isEnglish(words)
    ? html`<p><strong>${message}</strong></p>
${where}<p>${words.t("desk-try")}: ${helpMarkup(fault, words)}</p>
`
    : html`<p><strong>${words.t(`desk-fault.${wordsOfFault(code)[0]}`)}</strong></p>
<p>${words.t("desk-try")}: ${helpByCode(fault, words)}</p>
${where}${exactly([message, fault.help], words)}`;
  return html`<div class="said" role="alert">
${body}<p class="when">${code}</p>
</div>
`;
}

function isEnglish({language}: Desk["words"]): boolean {
  return language.tag.startsWith("en");
}

/** What is said in English alone, as it was found. */
function exactly(texts: readonly string[], words: Desk["words"]): Markup {
  return html`<p class="when">${words.t("desk-fault-exactly")}: <span lang="en" dir="ltr">${texts.join("; ")}</span></p>
`;
}

/** The page of a request that could not be taken. */
export function servedFaultPage({code, status, message, where, help}: ServedFault, {words}: Desk): PageAnswer {
  const place =
    where === null
      ? noMarkup
      : html`<p><code>${where}</code></p>
`;
  // What is tried where nothing closer is known speaks of the archive.
  const isUsual = help === servedFaults[code].help;
  const body = isEnglish(words)
    ? html`<p><strong>${message}</strong></p>
${place}<p>${isUsual ? words.t(`desk-served.${code}`) : help}</p>
`
    : html`<p><strong>${words.t(`desk-served.${code}`)}</strong></p>
${place}${exactly(isUsual ? [message] : [message, help], words)}`;
  return {
    kind: "page",
    title: words.t(status === 404 ? "desk-missing" : "desk-refused"),
    status: status as PageStatus,
    body: html`<div class="said" role="alert">
${body}</div>
`,
  };
}
