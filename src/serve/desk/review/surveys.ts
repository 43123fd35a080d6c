import type {Period} from "../../../base/period.ts";
import {KeptSurveys, type NumberedSurvey} from "../../../operations/review/kept-surveys.ts";
import type {ReviewedClient} from "../../../report/review.ts";
import {refusal} from "../../fault.ts";
import type {DeskAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {deskMemory} from "../desk-memory.ts";
import {beginOnce, goTo, type JobWork} from "../jobs/begin.ts";

/** The surveys that a desk keeps for as long as it runs. */
export const surveysOf = deskMemory(() => new KeptSurveys());

/** The survey of a period as it is now; null where it has to be made, which takes a job. */
export function surveyNow(desk: Desk, period: Period): Promise<NumberedSurvey | null> {
  return surveysOf(desk).find(desk.store(), {period});
}

/** Begins to make a survey, once for everybody who asks for it, and leads to its progress. */
export function beginSurvey(desk: Desk, visitor: Visitor, period: Period): DeskAnswer {
  const title = desk.words.t("desk-review-looking", {period: desk.words.period(period.name)});
  const to = `/review/${period.name}`;
  const run: JobWork["run"] = async (attendance) => {
    await surveysOf(desk).make(desk.store(), {period}, attendance);
    return {to};
  };
  return goTo(beginOnce(desk, visitor, `review ${period.name}`, {title, run}));
}

/** A client of a survey, and where it stands in it. */
export interface PlacedClient {
  readonly client: ReviewedClient;
  readonly number: string;
  readonly place: number;
}

/** The client of a number. @throws {ServedFault} NOT_FOUND */
export function clientAt({review, numbers}: NumberedSurvey, number: string): PlacedClient {
  const place = numbers.indexOf(number);
  const client = review.clients[place];
  if (client === undefined)
    throw refusal("NOT_FOUND", "there is no such client in this review", {help: "go back to the list of its clients"});
  return {client, number, place};
}
