import {printJson} from "../../base/json.ts";
import {formatNumber} from "../../base/number.ts";
import {visible} from "../../base/text.ts";
import {Translator} from "../../base/words/translator.ts";
import type {ExplainedStep, Explanation} from "../../report/explanation.ts";
import {unitName} from "../../report/unit.ts";
import {formatValue} from "../content/values.ts";
import type {RenderOptions} from "../options.ts";
import {joinParts, markedLines} from "../text/page.ts";
import {openPaint} from "../text/paint.ts";
import {padStart, wrap} from "../text/wrap.ts";

const english = new Translator("en");

/** A question that was asked on the way, as it is shown. */
export interface ShownQuestion {
  readonly question: string;
  readonly name: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sql: string;
}

/** The way to a figure for a terminal: step by step, then the queries in the order in which they were asked. */
export function renderExplanation(
  explanation: Explanation,
  questions: readonly ShownQuestion[],
  options: RenderOptions,
): string {
  const paint = openPaint(options);
  const width = Math.min(100, Math.max(80, options.width));
  const {label, title, value, unit, reason, definition, steps, last, notes, range} = explanation;
  const figure =
    value === null ? `no figure (${reason})` : `${formatValue(value, explanation, english)} ${english.unit(unit)}`;
  return joinParts([
    [paint.strong(visible(`${label}, ${title}: ${figure}`))],
    wrap(visible(definition), width),
    [...stepLines(steps), ...wrap(visible(last), width)],
    range === null ? [] : wrap(visible(`How far it would move. ${range}`), width),
    markedLines(
      notes.map((text) => ({mark: "–", text: visible(text)})),
      width,
    ),
    questions.length === 0 ? [] : [paint.strong("The queries, in the order in which they were asked")],
    ...questions.map(questionLines),
  ]);
}

/** The same as JSON. */
export function explanationJson(explanation: Explanation, questions: readonly ShownQuestion[]): string {
  const {unit, ...told} = explanation;
  return printJson({...told, unit: english.unit(unit), unitId: unitName(unit), queries: questions});
}

function stepLines(steps: readonly ExplainedStep[]): string[] {
  const rows = steps.map(({id, label, leftOut, left}) => ({
    left: formatNumber(left),
    out: leftOut === null ? "" : leftOut === 0 ? "0" : `−${formatNumber(leftOut)}`,
    text: leftOut === null ? label : `${label} (${id})`,
  }));
  const [first, second] = [
    Math.max(...rows.map(({left}) => left.length)),
    Math.max(...rows.map(({out}) => out.length)),
  ];
  return rows.map(({left, out, text}) =>
    visible(`${padStart(left, first)}  ${padStart(out, second)}  ${text}`).trimEnd(),
  );
}

function questionLines({question, name, params, sql}: ShownQuestion): string[] {
  const given = Object.entries(params).map(([param, value]) => `$${param} = ${JSON.stringify(value)}`);
  const kept = name === null ? "" : `, kept as ${name}`;
  return [
    `-- sql/${question}.sql${kept}${given.length === 0 ? "" : `; ${visible(given.join(", "))}`}`,
    ...sql.trim().split("\n"),
  ];
}
