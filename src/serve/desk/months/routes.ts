import {z} from "zod";
import {isMonth} from "../../../base/period.ts";
import {quarantineReasons} from "../../../operations/inputs/month.ts";
import {none} from "../../forms/route.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {drop, dropPage} from "./drop.ts";
import {allMonthsPage} from "./list-page.ts";
import {monthPage} from "./month-page.ts";
import {quarantinePage} from "./quarantine-page.ts";
import {type ReadingWish, readFromFolder, readSent} from "./read.ts";
import {readPage} from "./read-page.ts";
import {sentLimits} from "./sent-logs.ts";

const base = {params: none, query: none, form: none};
const month = z.string().refine(isMonth);
const place = {top: z.coerce.number().int().min(0).max(99), below: z.string().max(2000)};
const ticked = z.literal("yes").optional();
/** How logs are to be read. */
const how = {again: ticked, unreadable: ticked};
const input = z.object({input: z.string().min(1).max(1000)});

/** The months, what was read of them, reading logs and taking them out. */
export const monthRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{...base, id: "months", method: "GET", path: "/months", who: "drafts"},
    purpose: "a strip of days for each month that logs were read of, gaps hatched",
    carryOut: ({desk, visitor}) => allMonthsPage(desk, visitor!),
  }),
  defineDeskRoute({
    ...{...base, id: "read", method: "GET", path: "/months/read", who: "logs"},
    purpose: "the folders that logs may be read from, and a form to send logs",
    query: z.object({top: place.top.default(0), below: place.below.default("")}),
    carryOut: ({desk, query}) => readPage(desk, query),
  }),
  defineDeskRoute({
    ...{...base, id: "read-folder", method: "POST", path: "/months/read/folder", who: "logs"},
    purpose: "read logs that lie in such a folder",
    form: z.object({
      ...place,
      log: z.array(z.string().max(300)).max(1000).default([]),
      which: z.enum(["chosen", "all"]),
      ...how,
    }),
    lists: ["log"],
    mostBytes: 500_000,
    carryOut: ({desk, visitor, form: {top, below, log, which, ...form}}) => {
      const names = which === "all" ? null : log;
      return readFromFolder(desk, visitor!, {top, below, names, ...wishOf(form)});
    },
  }),
  defineDeskRoute({
    ...{...base, id: "read-sent", method: "POST", path: "/months/read/sent", who: "logs"},
    purpose: "read logs that are sent along",
    form: z.object(how),
    files: sentLimits,
    carryOut: ({desk, visitor, form, files}) => readSent(desk, visitor!, files, wishOf(form)),
  }),
  defineDeskRoute({
    ...{...base, id: "drop", method: "GET", path: "/months/drop", who: "logs"},
    purpose: "what would be lost if a log were taken out",
    query: input,
    carryOut: ({desk, query}) => dropPage(desk, query.input),
  }),
  defineDeskRoute({
    ...{...base, id: "drop-do", method: "POST", path: "/months/drop", who: "logs"},
    purpose: "take a log out that no published report rests on",
    form: input,
    carryOut: ({desk, visitor, form}) => drop(desk, visitor!, form.input, false),
  }),
  defineDeskRoute({
    ...{...base, id: "drop-published", method: "POST", path: "/months/drop/published", who: "logs", again: true},
    purpose: "take a log out that published reports rest on",
    form: input,
    carryOut: ({desk, visitor, form}) => drop(desk, visitor!, form.input, true),
  }),
  defineDeskRoute({
    ...{...base, id: "month", method: "GET", path: "/months/:month", who: "drafts"},
    purpose: "the days of a month with the logs behind each, and what of them could not be read",
    params: z.object({month}),
    carryOut: ({desk, visitor, params}) => monthPage(desk, visitor!, params.month),
  }),
  defineDeskRoute({
    ...{...base, id: "quarantine", method: "GET", path: "/months/:month/quarantine", who: "drafts"},
    purpose: "the first lines of a month's logs that could not be read; of each field its kind and length",
    params: z.object({month: z.union([month, z.literal("none")])}),
    query: z.object({reason: z.enum(quarantineReasons).optional()}),
    carryOut: ({desk, params, query}) =>
      quarantinePage(desk, params.month === "none" ? null : params.month, query.reason ?? null),
  }),
];

function wishOf({again, unreadable}: Partial<Record<keyof typeof how, "yes" | undefined>>): ReadingWish {
  return {again: again === "yes", acceptUnreadable: unreadable === "yes"};
}
