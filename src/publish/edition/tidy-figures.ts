import {Translator} from "../../base/words/translator.ts";
import type {Comparison, Figures, Note, Report} from "../../report/report.ts";
import {unitName} from "../../report/unit.ts";
import {type TidyTable, tidyField} from "./tidy-table.ts";

const source = tidyField("source", "string", "logs, or books kept by hand");
const measure = tidyField("measure", "string", "id of the measure");
const span = tidyField("period", "string", "the month, YYYY-MM, or the whole period by its name");
const reason = tidyField("reason", "string", "why there is no value");

/** Every figure of measures, with its ranges, and what it is compared with. */
export function tidyFigures(report: Report): TidyTable[] {
  const words = new Translator(report.language, report.labels);
  const {measures, ledger, period, columns} = report;
  const months = columns.map((column) => column.period);
  const all = [
    ...measures.map((figures) => ({from: "logs", figures})),
    ...(ledger?.measures ?? []).map((figures) => ({from: "books", figures})),
  ];
  const spans = months.length > 1 ? [...months, period] : months;
  const rows = all.flatMap(({from, figures}) => {
    const {id, label, unit, decimals, notes} = figures;
    return spans.map((name, place) => {
      const {value, why, isReported} = valueAt(figures, place, months.length);
      const said = [label, words.unit(unit), unitName(unit), decimals];
      return [from, id, name, value, why, String(isReported), ...said, notes.join(" ")];
    });
  });
  return [
    {
      name: "figures",
      title: "Figures",
      description: "One row a measure and month, and one for the whole period",
      fields: [
        ...[source, measure, span, tidyField("value", "number", "to nine digits where it is not whole"), reason],
        tidyField("reported", "boolean", "taken from an older report, not measured"),
        tidyField("label", "string", "of the measure, in the report's language"),
        tidyField("unit", "string", "in the report's language"),
        tidyField("unitId", "string", "the unit by its id"),
        tidyField("decimals", "integer", "digits after the point where it is printed"),
        tidyField("notes", "string", "ids of the notes that belong to it, with spaces between"),
      ],
      rows,
    },
    ...compared(report, months),
    ...indexed(report, months),
    ...ranged(report, spans),
  ];
}

function valueAt(figures: Figures, place: number, months: number) {
  if (place === months) return {value: figures.total, why: figures.totalReason, isReported: false};
  const isReported = figures.reported[place] ?? false;
  return {value: figures.values[place] ?? null, why: figures.reasons[place] ?? null, isReported};
}

function compared({comparison, ledger, period}: Report, months: readonly string[]): TidyTable[] {
  const rowsOf = (from: string, found: Comparison | null) => {
    return (found?.measures ?? []).flatMap((one) => [
      ...months.map((month, place) => [
        ...[from, one.id, month, found!.columns[place] ?? null, one.values[place] ?? null],
        ...[one.changePercent[place] ?? null, one.reasons[place] ?? null],
      ]),
      ...(months.length > 1
        ? [[from, one.id, period, found!.period, one.total, one.totalChangePercent, one.totalReason]]
        : []),
    ]);
  };
  const rows = [...rowsOf("logs", comparison), ...rowsOf("books", ledger?.comparison ?? null)];
  if (rows.length === 0) return [];
  return [
    {
      name: "comparison",
      title: "Comparison",
      description: "One row a measure and period that is set beside another",
      fields: [
        ...[source, measure, span, tidyField("comparedPeriod", "string", "the period that it is compared with")],
        tidyField("comparedValue", "number", "the value in that, to nine digits where it is not whole"),
        tidyField("changePercent", "number", "from that value to the period's, in percent of the former"),
        reason,
      ],
      rows,
    },
  ];
}

function indexed({index}: Report, months: readonly string[]): TidyTable[] {
  if (index === null) return [];
  const rows = index.measures.flatMap(({id, values, reasons}) =>
    months.map((month, place) => [id, month, index.base, index.value, values[place] ?? null, reasons[place] ?? null]),
  );
  return [
    {
      name: "indexes",
      title: "Indexes",
      description: "One row a measure and month, against a month of the past",
      fields: [
        ...[
          measure,
          tidyField("period", "yearmonth", "the month"),
          tidyField("base", "yearmonth", "the month that is set"),
        ],
        tidyField("baseValue", "number", "what that month is set to"),
        tidyField("value", "number", "the index, to nine digits where it is not whole"),
        reason,
      ],
      rows,
    },
  ];
}

function ranged({ranges, ledger, period}: Report, spans: readonly string[]): TidyTable[] {
  const rows = [
    ...(ranges?.measures ?? []).flatMap((one) => {
      const lists = [
        {id: "least", values: one.low, total: one.totalLow},
        {id: "greatest", values: one.high, total: one.totalHigh},
        ...one.alternatives,
      ];
      return lists.flatMap(({id, values, total}) =>
        spans.map((name, place) => [
          "logs",
          one.id,
          name,
          id,
          values.length === place ? total : (values[place] ?? null),
        ]),
      );
    }),
    ...(ledger?.ranges ?? []).flatMap(({id, low, high}) => [
      ["books", id, period, "least", low],
      ["books", id, period, "greatest", high],
    ]),
  ];
  if (rows.length === 0) return [];
  return [
    {
      name: "ranges",
      title: "Ranges",
      description: "One row for what a figure would be if a rule were done otherwise",
      fields: [
        ...[source, measure, span, tidyField("alternative", "string", "least, greatest, or the id of the alternative")],
        tidyField(
          "value",
          "number",
          "to nine digits where it is not whole; empty where it would tell what a few readers did",
        ),
      ],
      rows,
    },
  ];
}

/** The notes, and which months they speak of. */
export function tidyNotes({notes, ledger}: Report): TidyTable {
  const rowsOf = (from: string, all: readonly Note[]) =>
    all.map(({id, mark, text, columns}) => [from, id, mark, text, columns.join(" ")]);
  return {
    name: "notes",
    title: "Notes",
    description: "One row a note to the figures",
    fields: [
      ...[
        source,
        tidyField("note", "string", "id of the note"),
        tidyField("mark", "integer", "the number it is printed under"),
      ],
      tidyField("text", "string", "in the report's language"),
      tidyField("periods", "string", "the months that it speaks of, with spaces between"),
    ],
    rows: [...rowsOf("logs", notes), ...rowsOf("books", ledger?.notes ?? [])],
  };
}
