import {UserError} from "../../../base/error.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";
import {hasEnded, type Job} from "../jobs.ts";
import {noticeLines} from "./notices.ts";

/** A page without script asks again after so many seconds. */
const refreshSeconds = 2;

/** How far long work is, what it has told, and what came of it. */
export function jobPage({words}: Desk, job: Job): PageAnswer {
  const isOn = !hasEnded(job);
  const live = isOn ? html` data-live="/jobs/${job.id}/events"` : noMarkup;
  const body = html`<div class="job"${live}>
${job.byName === null ? noMarkup : html`<p class="when">${words.t("desk-job-by", {name: job.byName})}</p>\n`}<p role="status">${words.t(`desk-job-state.${job.state}`)}</p>
${isOn ? progressOf(job, words) : noMarkup}${outcomeOf(job, words)}${noticeLines(job.notices, words)}${actsOf(job, words)}</div>
`;
  return {kind: "page", title: job.title, body, ...(isOn && {refreshSeconds, script: "live" as const})};
}

function progressOf({progress, holder}: Job, words: Desk["words"]): Markup {
  if (holder !== null) {
    return html`<p>${words.t("desk-job-holder")} <span lang="en" dir="ltr">${holder}</span></p>
`;
  }
  if (progress === null) return noMarkup;
  const share = progress.bytes === 0 ? 0 : Math.min(1, progress.bytesRead / progress.bytes);
  const label = words.t("desk-job-progress", {
    read: progress.inputsRead,
    inputs: progress.inputs,
    share: words.share(share),
  });
  return html`<p><progress max="1000" value="${Math.round(share * 1000)}" aria-label="${label}"></progress> ${label}</p>
`;
}

function outcomeOf({state, fault, to}: Job, words: Desk["words"]): Markup {
  if (fault instanceof UserError) return faultFacts(fault, words);
  if (state === "failed") return html`<p>${words.t("desk-job-bug")}</p>\n`;
  if (to === null) return noMarkup;
  return html`<p><a class="button" href="${to}">${words.t("desk-job-result")}</a></p>\n`;
}

function actsOf({id, state}: Job, words: Desk["words"]): Markup {
  const act = (path: string, label: string) =>
    html`<form method="post" action="/jobs/${id}/${path}"><button id="job-${path}">${label}</button></form>\n`;
  if (state === "waiting" || state === "running") {
    return html`<div class="acts">${act("stop", words.t("desk-job-stop"))}</div>
<p class="when">${words.t("desk-job-goes-on")}</p>
`;
  }
  return html`<div class="acts">${act("forget", words.t("desk-job-forget"))}</div>\n`;
}
