import {z} from "zod";
import {readEditions} from "../../../operations/publish/published.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {announceEdition} from "../../../publish/announcement.ts";
import {refusal} from "../../fault.ts";
import {none} from "../../forms/route.ts";
import type {Desk} from "../desk.ts";
import {periodParams} from "../period-params.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {draftPage} from "./draft.ts";
import {fileAnswer} from "./files.ts";
import {erratumAnswer, movedPage} from "./moved.ts";
import {overviewPage} from "./overview.ts";
import {periodPath} from "./period-path.ts";
import {publishAnswer} from "./publish-job.ts";
import {publishedPage} from "./published.ts";
import {siteAnswer} from "./site.ts";
import {verifiedPage, verifyAnswer} from "./verified.ts";

const text = z.string().max(4000).default("");

/** The edition of a period; where there is none, there is no such page. */
function checkPublished({folder}: Desk, period: string): void {
  if (readEditions(folder, (name) => name === period).length === 0) {
    throw refusal("NOT_FOUND", "no edition of that period was published");
  }
}

/** Everything about publishing: to look is for whoever may see drafts, to sign for editors. */
export const publishRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "publish", method: "GET", path: "/publish", who: "drafts", params: none, query: none, form: none},
    purpose: "what waits to be published, what moved since, every edition, the archive and the key",
    carryOut: ({desk, visitor}) => overviewPage(desk, visitor),
  }),
  defineDeskRoute({
    ...{id: "publish-look", method: "GET", path: "/publish/period", who: "drafts", params: none, form: none},
    purpose: "to the page of a period that was typed",
    query: z.object({period: z.string().max(40)}),
    carryOut: ({desk, query}) => ({kind: "go", to: periodPath(periodNamed(desk.store(), query.period).name)}),
  }),
  defineDeskRoute({
    ...{
      id: "announce",
      method: "POST",
      path: "/publish/announce",
      who: "publish",
      again: true,
      params: none,
      query: none,
    },
    purpose: "says, signed, by which rules an edition will be counted",
    form: z.object({period: z.string().max(40), publishOn: z.string().max(10).default("")}),
    carryOut: async ({desk, visitor, form: {period, publishOn}}) => {
      const day = publishOn === "" ? null : publishOn;
      const {record, folder} = await announceEdition(desk.store(), {period, publishOn: day});
      if (folder !== null) desk.visitors.record(visitor!, "announce", record.period);
      return {kind: "go", to: "/publish"};
    },
  }),
  defineDeskRoute({
    ...{id: "site-build", method: "POST", path: "/publish/site", who: "publish", params: none, query: none, form: none},
    purpose: "builds the public archive",
    carryOut: ({desk, visitor}) => siteAnswer(desk, visitor!),
  }),
  defineDeskRoute({
    ...{
      id: "edition",
      method: "GET",
      path: "/publish/:period",
      who: "drafts",
      params: periodParams,
      query: none,
      form: none,
    },
    purpose: "an edition: what is doubtful before it is published, its state and files afterwards",
    carryOut: ({desk, visitor, params: {period}, signal}) => {
      const name = periodNamed(desk.store(), period).name;
      if (name !== period) return {kind: "go", to: periodPath(name)};
      const [edition] = readEditions(desk.folder, (one) => one === period);
      return edition === undefined ? draftPage(desk, visitor!, period, signal) : publishedPage(desk, edition);
    },
  }),
  defineDeskRoute({
    ...{id: "edition-publish", method: "POST", path: "/publish/:period", who: "publish", again: true, query: none},
    purpose: "publishes an edition, with the doubts that were on its page and a reason",
    params: periodParams,
    form: z.object({seen: z.string().regex(/^[0-9a-f]{64}$/), accept: text}),
    carryOut: ({desk, visitor, params: {period}, form, signal}) => publishAnswer(desk, visitor!, period, form, signal),
  }),
  defineDeskRoute({
    ...{id: "edition-moved", method: "GET", path: "/publish/:period/moved", who: "drafts", query: none, form: none},
    purpose: "what moved of an edition since it was published, and why",
    params: periodParams,
    carryOut: ({desk, visitor, params: {period}, signal}) => movedPage(desk, visitor!, period, signal),
  }),
  defineDeskRoute({
    ...{
      id: "edition-restate",
      method: "POST",
      path: "/publish/:period/moved",
      who: "publish",
      again: true,
      query: none,
    },
    purpose: "corrects or revises an edition in the open, for a reason",
    params: periodParams,
    form: z.object({kind: z.enum(["correction", "revision"]), reason: text}),
    carryOut: ({desk, visitor, params: {period}, form, signal}) => erratumAnswer(desk, visitor!, period, form, signal),
  }),
  defineDeskRoute({
    ...{id: "edition-verify", method: "POST", path: "/publish/:period/verify", who: "drafts", query: none, form: none},
    purpose: "verifies an edition by the first three levels",
    params: periodParams,
    carryOut: ({desk, visitor, params: {period}}) => {
      checkPublished(desk, period);
      return verifyAnswer(desk, visitor!, period);
    },
  }),
  defineDeskRoute({
    ...{
      id: "edition-verified",
      method: "GET",
      path: "/publish/:period/verified",
      who: "drafts",
      query: none,
      form: none,
    },
    purpose: "what came of verifying an edition",
    params: periodParams,
    carryOut: ({desk, params: {period}}) => {
      checkPublished(desk, period);
      return verifiedPage(desk, period);
    },
  }),
  defineDeskRoute({
    ...{
      id: "edition-file",
      method: "GET",
      path: "/publish/:period/files/:file{.+}",
      who: "drafts",
      query: none,
      form: none,
    },
    purpose: "a file of an edition, to be saved",
    params: periodParams.extend({file: z.string().max(500)}),
    carryOut: ({desk, params: {period, file}}) => fileAnswer(desk.folder, period, file),
  }),
];
