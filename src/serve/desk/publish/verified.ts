import type {Finding, LevelAnswer} from "../../../publish/verify/answer.ts";
import {verifyOwnEdition} from "../../../publish/verify/own.ts";
import type {VerifiedEdition} from "../../../publish/verify/verify.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {GoAnswer} from "../../forms/answer.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {deskMemory} from "../desk-memory.ts";
import {goToJob} from "../jobs/begin.ts";
import {periodPath} from "./period-path.ts";

/** What came of verifying, by period, for as long as the desk runs. */
const verifiedOf = deskMemory(() => new Map<string, VerifiedEdition>());

/** Begins to verify an edition. */
export function verifyAnswer(desk: Desk, visitor: Visitor, period: string): GoAnswer {
  const {words} = desk;
  return goToJob(desk, visitor, {
    title: words.t("desk-publish-verify-job", {period: words.period(period)}),
    run: async (attendance) => {
      const found = await verifyOwnEdition(desk.store(), period, attendance);
      if (found !== null) verifiedOf(desk).set(period, found);
      return {to: `${periodPath(period)}/verified`};
    },
  });
}

/** What came of it, level by level. What the levels say is English, as on the command line. */
export function verifiedPage(desk: Desk, period: string): PageAnswer {
  const {words} = desk;
  const found = verifiedOf(desk).get(period);
  const again = html`<form class="act" method="post" action="${periodPath(period)}/verify"><p><button>${words.t("desk-publish-verify")}</button></p></form>
<p><a href="${periodPath(period)}">${words.period(period)}</a></p>
`;
  const levels =
    found === undefined
      ? html`<p>${words.t("desk-publish-not-verified")}</p>
`
      : found.levels.map((level) => levelPart(level, desk));
  return {
    kind: "page",
    title: words.t("desk-publish-verified", {period: words.period(period)}),
    body: html`${levels}${again}`,
  };
}

const answers = {verified: "verified", differs: "differs", "could not be checked": "unchecked"} as const;
type ShownLevel = 1 | 2 | 3;

function levelPart({level, answer, checked, findings, limits = []}: LevelAnswer, {words}: Desk): Markup {
  const items = [
    ...findings.map(findingItem),
    ...[...checked, ...limits].map(
      (text) => html`<li>${text}</li>
`,
    ),
  ];
  return html`<h2>${words.t(`desk-publish-level.${level as ShownLevel}`)}: ${words.t(`desk-publish-answer.${answers[answer]}`)}</h2>
<ul lang="en" dir="ltr">
${items}</ul>
`;
}

function findingItem({file, cell, published, now, cause}: Finding): Markup {
  const place = [file, cell].filter((part) => part !== null).join(", ");
  const values = published === null && now === null ? noMarkup : html` (${published ?? "–"} → ${now ?? "–"})`;
  return html`<li><strong>${place === "" ? noMarkup : html`${place}: `}${cause}</strong>${values}</li>
`;
}
