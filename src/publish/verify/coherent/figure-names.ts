import {Translator} from "../../../base/words/translator.ts";
import type {Figures, Report, Table} from "../../../report/report.ts";

/** A figure of a report as it is printed, and what a person calls it. */
interface PrintedFigure {
  /** `Distinct users, September 2005`. */
  readonly name: string;
  /** What stands near it where it is printed. */
  readonly near: readonly string[];
}

/** Which figures of a report are printed so? */
export type FigureFinder = (printed: string, context: string) => string | null;

/** So many figures may be meant; of more it is said that there are. */
const mostNamed = 2;
/** Of more figures that are printed alike, such as 0, what stands around tells none from the others. */
const mostAlike = 2_000;

/** Finds figures by how they are printed, and by what stands around them. */
export function figureFinder(report: Report): FigureFinder {
  const words = new Translator(report.language, report.labels);
  const byText = new Map<string, PrintedFigure[]>();
  const add = (value: number | null, decimals: number, figure: PrintedFigure): void => {
    if (value === null) return;
    const text = words.number(value, decimals);
    const known = byText.get(text);
    if (known === undefined) byText.set(text, [figure]);
    else if (known.length < mostAlike) known.push(figure);
  };
  const addMeasure = ({label, values, total, decimals}: Figures): void => {
    for (const [place, value] of values.entries()) {
      const month = words.period(report.columns[place]!.period);
      add(value, decimals, {name: `${label}, ${month}`, near: [label, month]});
    }
    const whole = words.period(report.period);
    add(total, decimals, {name: `${label}, ${whole}`, near: [label, whole]});
  };
  const addTable = ({title, columns, rows}: Table): void => {
    for (const {label, values} of rows) {
      for (const [place, value] of values.entries()) {
        const column = columns[place]!;
        add(value, column.decimals, {name: `${title}: ${label}, ${column.label}`, near: [label, title, column.label]});
      }
    }
  };
  for (const figures of [...report.measures, ...(report.ledger?.measures ?? [])]) addMeasure(figures);
  for (const table of [...report.tables, ...(report.ledger?.tables ?? [])]) addTable(table);
  for (const {period, verdicts, requests} of report.account) {
    const month = words.period(period);
    add(requests, 0, {name: `account, ${month}`, near: [month]});
    for (const one of verdicts) add(one.requests, 0, {name: `${one.label}, ${month}`, near: [one.label, month]});
  }
  return (printed, context) => {
    const found = byText.get(printed) ?? [];
    const scored = found.map((figure) => ({
      figure,
      score: figure.near.filter((text) => context.includes(text)).length,
    }));
    const most = Math.max(0, ...scored.map(({score}) => score));
    const best = [...new Set(scored.filter(({score}) => score === most).map(({figure}) => figure.name))];
    if (best.length === 0) return null;
    const more = best.length > mostNamed ? " or another that is printed so" : "";
    return best.slice(0, mostNamed).join(" or ") + more;
  };
}
