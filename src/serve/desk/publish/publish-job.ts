import {UserError} from "../../../base/error.ts";
import type {EditionDoubt} from "../../../publish/edition/doubts.ts";
import {doubtsSeen} from "../../../publish/edition/examine.ts";
import {publishEdition} from "../../../publish/edition/publish.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {goToJob} from "../jobs/begin.ts";
import {makingPage} from "../report/preview.ts";
import {draftAnswer, examinedOnce} from "./draft.ts";
import {periodPath} from "./period-path.ts";

/** What somebody has seen and accepted. */
export interface AcceptedForm {
  /** Which doubts were on the page. */
  readonly seen: string;
  readonly accept: string;
}

const nothingSeen = doubtsSeen([]);

/** Begins to publish an edition, with the doubts that were on the page and no others. */
export async function publishAnswer(
  desk: Desk,
  visitor: Visitor,
  period: string,
  {seen, accept}: AcceptedForm,
  signal: AbortSignal,
): Promise<DeskAnswer> {
  const {words} = desk;
  if (seen !== nothingSeen && accept.trim() === "") {
    const made = await examinedOnce(desk, visitor, period, signal);
    if (made.kind === "making") return makingPage(desk, visitor, period, made);
    if (made.value.doubts.length > 0) {
      return draftAnswer(desk, visitor, period, made.value, {accept, fault: words.t("desk-publish-accept-missing")});
    }
  }
  const ask = async (doubts: readonly EditionDoubt[]): Promise<string> => {
    if (doubtsSeen(doubts) === seen) return accept;
    const what = "something else is doubtful now than when it was looked at";
    throw new UserError("PUBLISHING_DOUBTFUL", what, "look at it again, and say why it is published with that", period);
  };
  return goToJob(desk, visitor, {
    title: words.t("desk-publish-job", {period: words.period(period)}),
    run: async (attendance) => {
      const {folder} = await publishEdition(desk.store(), {period, ask}, attendance);
      if (folder !== null) desk.visitors.record(visitor, "publish", period);
      return {to: periodPath(period)};
    },
  });
}
