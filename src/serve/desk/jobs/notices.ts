import {UserError} from "../../../base/error.ts";
import type {Translator} from "../../../base/words/translator.ts";
import type {Notice} from "../../../operations/notice.ts";
import {doubtMessages} from "../../../operations/report/client-doubts.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {countQuarantined} from "../../../workspace/quarantined.ts";
import {faultFacts} from "../fault-page.ts";

type Result = Extract<Notice, {readonly about: "input"}>["result"];

/** So many are shown; of hundreds of files it is the faults that matter, and those come first. */
const mostShown = 100;

/** What work has told: what is doubtful or was refused first, then each input, and the sum. */
export function noticeLines(notices: readonly Notice[], words: Translator): Markup {
  if (notices.length === 0) return noMarkup;
  const results = notices.flatMap((notice) => (notice.about === "input" ? [notice.result] : []));
  const others = notices.flatMap((notice) => sentenceOf(notice, words) ?? []);
  const faults = results.filter(({fault, source}) => fault !== null && !isPassedOver({fault, source}));
  const rest = results.filter((result) => !faults.includes(result)).toReversed();
  const more = rest.length - mostShown;
  return html`${faults.map((result) => refusedInput(result, words))}${others.map((text) => html`<p>${text}</p>\n`)}${
    rest.length === 0
      ? noMarkup
      : html`<ul class="plain">
${rest.slice(0, mostShown).map((result) => html`<li>${inputLines(result, words)}</li>\n`)}${more > 0 ? html`<li>${words.t("desk-more", {count: more})}</li>\n` : noMarkup}</ul>
`
  }`;
}

/** A file that merely lies in a folder of logs may be something else. */
function isPassedOver({fault, source}: Pick<Result, "fault" | "source">): boolean {
  return fault?.code === "INPUT_NOT_A_LOG" && source.isFromFolder;
}

function refusedInput({source, fault}: Result, words: Translator): Markup {
  return html`<p><bdi>${source.name}</bdi>: ${words.t("desk-notice-refused")}</p>
${fault === null ? noMarkup : faultFacts(withoutPlace(fault), words)}`;
}

/** What was sent lies somewhere that nobody knows it by. */
function withoutPlace({code, found, advice, help, more}: UserError): UserError {
  return new UserError(code, found, advice ?? help, undefined, more);
}

/** What became of one input, what is doubtful in it before how much was read. */
function inputLines({source, outcome}: Result, words: Translator): Markup {
  const name = html`<bdi>${source.name}</bdi>`;
  if (outcome === null) return html`<p>${name}: ${words.t("desk-notice-passed-over")}</p>`;
  const {kind, addedLines, addedRequests, quarantined, repeated, closedMonths, reading} = outcome;
  if (kind === "known") return html`<p>${name}: ${words.t("desk-notice-known")}</p>`;
  const unread = countQuarantined(quarantined);
  const doubts = reading === null ? [] : doubtMessages([reading], 1).map((doubt) => words.translate(doubt));
  const told = [
    words.t(kind === "again" ? "desk-notice-read-again" : "desk-notice-read", {
      lines: addedLines,
      requests: addedRequests,
    }),
    ...(unread > 0 ? [words.t("desk-notice-unread", {lines: unread})] : []),
    ...repeated.map((one) => words.t("desk-repeated", {lines: one.lines, name: one.name})),
    ...(closedMonths.length > 0
      ? [words.t("desk-notice-closed", {months: words.listed(closedMonths.map((month) => words.month(month)))})]
      : []),
  ];
  return html`${doubts.map((text) => html`<p><strong>${text}</strong></p>`)}<p>${name}: ${words.sentences(told)}</p>`;
}

function sentenceOf(notice: Notice, words: Translator): string | null {
  switch (notice.about) {
    case "logs-read": {
      const {files, lines, requests, refused} = notice.summary;
      const told = [
        ...(refused === 0 ? [] : [words.t("desk-notice-sum-refused", {files: refused})]),
        ...(files === 0 ? [] : [words.t("desk-notice-sum", {files, lines, requests})]),
      ];
      return told.length === 0 ? null : words.sentences(told);
    }
    case "older-settings":
      return words.t("desk-notice-older", {inputs: notice.inputs});
    case "parameters":
      return words.t("desk-notice-parameters", {names: words.series(notice.names)});
    case "several-hosts":
      return words.t("desk-notice-hosts", {hosts: words.series(notice.hosts.slice(0, 10))});
    default:
      return null;
  }
}
