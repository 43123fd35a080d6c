import {z} from "zod";
import {isPeriod} from "../../../base/period.ts";
import {parseState} from "../../../operations/files/state.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {configName} from "../../../workspace/workspace-files.ts";
import {type FormRequest, none} from "../../forms/route.ts";
import {periodParams} from "../period-params.ts";
import {type AtDesk, type DeskRoute, defineDeskRoute} from "../route.ts";
import {choosePage} from "./choose.ts";
import {type CommentaryAsked, commentaryPage, lookAtCommentary, saveCommentary} from "./commentary.ts";
import {labelsPage, lookAtLabels} from "./labels.ts";
import {nameTables, saveNames} from "./names.ts";
import {optionsOf, previewQuery} from "./options.ts";
import {type PreviewAsked, previewPage, wholePreview} from "./preview.ts";
import {rulesPage} from "./rules.ts";

const savedQuery = z.object({saved: z.literal("yes").optional()});
const made = z.string().refine((given) => parseState(given) !== null);
const commentaryForm = z.object({made, text: z.string().max(1 << 20)});
const mostBytes = 3_300_000;
const labelLists = {
  id: z.array(z.string().max(2000)).max(2000).default([]),
  label: z.array(z.string().max(1000)).max(2000).default([]),
};

function inPairs(ids: readonly string[], labels: readonly string[]): Map<string, string> {
  return new Map(ids.map((id, place) => [id, labels[place] ?? ""]));
}

type Asked = AtDesk & FormRequest<{readonly period: string}, unknown, unknown>;

/** By the shortest name of the same months, so that one period is made once. */
function previewAsked({desk, visitor, params, signal}: Asked, options = optionsOf({})): PreviewAsked {
  return {
    desk,
    visitor: visitor!,
    period: periodNamed(desk.store(), params.period.toUpperCase()).name,
    options,
    signal,
  };
}

function commentaryAsked({desk, visitor, params, signal}: Asked): CommentaryAsked {
  return {desk, visitor: visitor!, period: periodNamed(desk.store(), params.period.toUpperCase()), signal};
}

/** The screen of the report. */
export const reportRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "report", method: "GET", path: "/report", who: "drafts", params: none, form: none},
    purpose: "the periods that a report can be of",
    query: z.object({period: z.string().max(40).refine(isPeriod, {message: "name one like 2005-H2"}).optional()}),
    carryOut: ({desk, query}) =>
      query.period === undefined
        ? choosePage(desk)
        : {kind: "go", to: `/report/${periodNamed(desk.store(), query.period.toUpperCase()).name}`},
  }),
  defineDeskRoute({
    ...{id: "report-preview", method: "GET", path: "/report/:period", who: "drafts", form: none},
    purpose: "the figures of a report as they would be, and what changed since the last look",
    params: periodParams,
    query: previewQuery,
    carryOut: (asked) => previewPage(previewAsked(asked, optionsOf(asked.query))),
  }),
  defineDeskRoute({
    ...{id: "report-page", method: "GET", path: "/report/:period/page", who: "drafts", form: none},
    purpose: "the whole report as it would be published, a page by itself",
    params: periodParams,
    query: previewQuery,
    carryOut: (asked) => wholePreview(previewAsked(asked, optionsOf(asked.query))),
  }),
  defineDeskRoute({
    ...{id: "report-rules", method: "GET", path: "/report/:period/rules", who: "drafts", form: none},
    purpose: "what rules and other methodologies do to the figures of a period",
    params: periodParams,
    query: none,
    carryOut: (asked) => {
      const {desk, visitor, period, signal} = commentaryAsked(asked);
      return rulesPage(desk, visitor, period, signal);
    },
  }),
  defineDeskRoute({
    ...{id: "report-commentary", method: "GET", path: "/report/:period/commentary", who: "settings", form: none},
    purpose: "the commentary on a period, to be written",
    params: periodParams,
    query: savedQuery,
    carryOut: (asked) => commentaryPage(commentaryAsked(asked), asked.query.saved === "yes"),
  }),
  defineDeskRoute({
    ...{id: "report-commentary-look", method: "POST", path: "/report/:period/commentary/look", who: "settings"},
    purpose: "a commentary with its figures, before it is saved",
    ...{params: periodParams, query: none, form: commentaryForm, mostBytes},
    carryOut: (asked) => lookAtCommentary(commentaryAsked(asked), asked.form),
  }),
  defineDeskRoute({
    ...{id: "report-commentary-save", method: "POST", path: "/report/:period/commentary/save", who: "settings"},
    purpose: "saves a commentary, where nobody else has changed it meanwhile",
    ...{params: periodParams, query: none, form: commentaryForm, mostBytes},
    carryOut: (asked) => saveCommentary(commentaryAsked(asked), asked.form),
  }),
  defineDeskRoute({
    ...{id: "report-labels", method: "GET", path: "/report/:period/labels", who: "settings", form: none},
    purpose: "everything of a report that has a label, to be renamed",
    params: periodParams,
    query: z.object({saved: z.enum(["yes", ...nameTables]).optional()}),
    carryOut: (asked) => {
      const {saved} = asked.query;
      const {config} = asked.desk.store().workspace;
      return labelsPage(
        previewAsked(asked),
        saved === undefined || saved === "yes" ? saved && configName : config[saved],
      );
    },
  }),
  defineDeskRoute({
    ...{id: "report-names", method: "POST", path: "/report/:period/names", who: "settings"},
    purpose: "names documents or departments in their table, where nobody else has changed it meanwhile",
    ...{params: periodParams, query: none, lists: ["id", "label"], mostBytes: 1_000_000},
    form: z.object({made, table: z.enum(nameTables), ...labelLists}),
    carryOut: (asked) => {
      const {made: from, table, id, label} = asked.form;
      return saveNames(previewAsked(asked), {made: from, table, names: inPairs(id, label)});
    },
  }),
  defineDeskRoute({
    ...{id: "report-labels-look", method: "POST", path: "/report/:period/labels/look", who: "settings"},
    purpose: "what labels would change in the settings, before they are saved",
    ...{params: periodParams, query: none, lists: ["id", "label"], mostBytes: 1_000_000},
    form: z.object({made, ...labelLists}),
    carryOut: (asked) => {
      const {made: from, id, label} = asked.form;
      return lookAtLabels(previewAsked(asked), {made: from, labels: inPairs(id, label)});
    },
  }),
];
