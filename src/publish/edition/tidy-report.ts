import {sha256} from "../../base/sha256.ts";
import type {Report, Table} from "../../report/report.ts";
import {tidyFigures, tidyNotes} from "./tidy-figures.ts";
import {type TidyTable, tidyField} from "./tidy-table.ts";

/** Every table of a report, one thing a row. */
export function tidyTables(report: Report): TidyTable[] {
  const {tables, ledger} = report;
  return [
    ...tidyFigures(report),
    tidyNotes(report),
    ...[coverage(report), missingDays(report), gaps(report), account(report), inputs(report), restated(report)],
    ...[...tables, ...(ledger?.tables ?? [])].map(tableOf),
    ...[places(report), plan(report), ranks(report), events(report), credits(report), moved(report)],
  ].filter(({rows, name}) => rows.length > 0 || name === "restated");
}

const month = tidyField("period", "yearmonth", "the month");
const measure = tidyField("measure", "string", "id of the measure");
const key = tidyField("key", "string", "tells the row from every other");
const label = tidyField("label", "string", "in the report's language");

function coverage({columns}: Report): TidyTable {
  return {
    name: "coverage",
    title: "Days covered",
    description: "One row a month",
    fields: [
      ...[month, tidyField("days", "integer", "days of the month")],
      tidyField("daysCovered", "integer", "days with a line in the logs: the divisor of figures per day"),
    ],
    rows: columns.map(({period, days, daysCovered}) => [period, days, daysCovered]),
  };
}

function missingDays({columns}: Report): TidyTable {
  return {
    name: "missing-days",
    title: "Missing days",
    description: "One row a day without a line in the logs",
    fields: [tidyField("day", "date", "the day")],
    rows: columns.flatMap((column) => column.missingDays.map((day) => [day])),
  };
}

function gaps(report: Report): TidyTable {
  return {
    name: "gaps",
    title: "Hours without a line",
    description: "One row a time without a line of which the days around have many",
    fields: [tidyField("from", "datetime", "UTC"), tidyField("until", "datetime", "UTC")],
    rows: report.gaps.map(({from, until}) => [from, until]),
  };
}

function account(report: Report): TidyTable {
  return {
    name: "account",
    title: "Account",
    description: "One row a month and verdict: where every request went",
    fields: [
      month,
      tidyField("verdict", "string", "id of the verdict"),
      label,
      tidyField("requests", "integer", "how many"),
    ],
    rows: report.account.flatMap(({period, verdicts}) =>
      verdicts.map((verdict) => [period, verdict.id, verdict.label, verdict.requests]),
    ),
  };
}

function inputs(report: Report): TidyTable {
  return {
    name: "inputs",
    title: "Inputs",
    description: "One row a log that was read",
    fields: [
      ...[tidyField("name", "string", "of the file"), tidyField("sha256", "string", "of its lines, unpacked")],
      ...["lines", "requests", "quarantined", "ignored"].map((name) => tidyField(name, "integer", "how many")),
      ...[tidyField("first", "datetime", "its first request, UTC"), tidyField("last", "datetime", "its last, UTC")],
    ],
    rows: report.inputs.map(({name, sha256, lines, requests, quarantined, ignored, first, last}) => {
      return [name, sha256, lines, requests, quarantined, ignored, first, last];
    }),
  };
}

function restated(report: Report): TidyTable {
  return {
    name: "restated",
    title: "Restated figures",
    description: "One row a value that was published of a figure of this report, in the order of the days",
    fields: [
      ...[measure, tidyField("period", "string", "the month, or the whole period by its name")],
      tidyField("date", "date", "the day from which on the value stood; empty for what has not been explained"),
      ...[
        tidyField("value", "number", "to nine digits where it is not whole"),
        tidyField("kind", "string", "published, correction, revision or unexplained"),
      ],
      tidyField("reason", "string", "that was given, or what has changed"),
    ],
    rows: report.restated.flatMap(({id, period, on, published, now, changes, unexplained}) => [
      [id, period, on, published, "published", null],
      ...changes.map((change) => [id, period, change.on, change.after, change.kind ?? "published", change.reason]),
      ...(unexplained === null ? [] : [[id, period, null, now, "unexplained", unexplained.causes.join("; ")]]),
    ]),
  };
}

function tableOf({id, title, definition, columns, rows}: Table): TidyTable {
  return {
    name: `table-${slugOf(id)}`,
    title,
    description: definition,
    fields: [
      ...[key, label, tidyField("group", "string", "what the row belongs to")],
      tidyField("kind", "string", "item, or what is summed up in it"),
      ...[tidyField("rank", "integer", "place"), tidyField("previousRank", "integer", "place in the period before")],
      ...columns.map((column) => tidyField(column.id, "number", column.label)),
    ],
    rows: rows.map((row) => [row.key, row.label, row.group, row.kind, row.rank, row.previousRank, ...row.values]),
  };
}

/** An id as the name of a file. Names of a publisher's in it may be in any script: what is left out of them is told apart by a hash. */
function slugOf(id: string): string {
  const slug = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
  return /^[A-Za-z0-9:-]*$/.test(id) && id === id.toLowerCase() ? slug : `${slug}-${sha256(id).slice(0, 8)}`;
}

function places({ledger}: Report): TidyTable {
  return {
    name: "map",
    title: "Where copies went",
    description: "One row a city",
    fields: [
      ...["city", "region", "country"].map((name) => tidyField(name, "string", `the ${name}`)),
      ...[
        tidyField("copies", "integer", "how many"),
        tidyField("latitude", "number", "degrees"),
        tidyField("longitude", "number", "degrees"),
      ],
    ],
    rows: (ledger?.map?.places ?? []).map(({city, region, country, copies, latitude, longitude}) => {
      return [city, region, country, copies, latitude, longitude];
    }),
  };
}

function plan({ledger}: Report): TidyTable {
  return {
    name: "plan",
    title: "Plan",
    description: "One row a target",
    fields: [
      ...[measure, label, tidyField("date", "date", "by when"), tidyField("target", "number", "what is to be reached")],
      ...[tidyField("actual", "number", "what is reached"), tidyField("actualMonth", "string", "in which month")],
      ...[tidyField("reason", "string", "why there is no value"), tidyField("isMet", "boolean", "is it reached?")],
    ],
    rows: (ledger?.plan ?? []).map((line) => {
      const {on, target, actual, actualMonth, actualReason, isMet} = line;
      return [line.measure, line.label, on, target, actual, actualMonth, actualReason, String(isMet)];
    }),
  };
}

function ranks({ledger}: Report): TidyTable {
  return {
    name: "ranks",
    title: "Places in public lists",
    description: "One row a name in a list, at both ends of the period",
    fields: [
      ...[tidyField("list", "string", "the list"), tidyField("name", "string", "as the list has it")],
      ...[
        tidyField("rank", "integer", "now"),
        tidyField("date", "date", "of that"),
        tidyField("reason", "string", "why there is none"),
      ],
      tidyField("rankBefore", "integer", "before"),
      ...[tidyField("dateBefore", "date", "of that"), tidyField("reasonBefore", "string", "why there is none")],
    ],
    rows: (ledger?.ranks ?? []).map(({list, name, now, before}) => {
      return [list, name, now.rank, now.on, now.reason, before.rank, before.on, before.reason];
    }),
  };
}

function events({ledger}: Report): TidyTable {
  return {
    name: "events",
    title: "Events",
    description: "One row for what happened and explains a figure",
    fields: [
      ...[tidyField("date", "date", "its first day"), tidyField("until", "date", "its last"), measure],
      tidyField("text", "string", "in the publisher's words"),
    ],
    rows: (ledger?.events ?? []).map((event) => [event.on, event.until, event.measure, event.text]),
  };
}

function credits({ledger}: Report): TidyTable {
  return {
    name: "credits",
    title: "Credits",
    description: "One row for who did what",
    fields: ["period", "post", "what", "by"].map((name) => tidyField(name, "string", "as the publisher wrote it")),
    rows: (ledger?.credits ?? []).map(({period, post, what, by}) => [period, post, what, by]),
  };
}

function moved(report: Report): TidyTable {
  return {
    name: "moved",
    title: "What moved most",
    description: "One row a figure, the largest change first",
    fields: [
      ...[measure, label, tidyField("from", "number", "before"), tidyField("to", "number", "now")],
      ...[tidyField("fromMonth", "string", "of the value before"), tidyField("toMonth", "string", "of the value now")],
      tidyField("changePercent", "number", "in percent of the value before"),
      ...[
        tidyField("explanations", "string", "what the book of events says"),
        tidyField("note", "string", "were other rules in force?"),
      ],
    ],
    rows: report.moved.map((one) => {
      const why = one.explanations.map(({text}) => text).join("; ");
      return [one.id, one.label, one.from, one.to, one.fromMonth, one.toMonth, one.changePercent, why, one.note];
    }),
  };
}
