import {printJson} from "../../base/json.ts";
import {plural, visible} from "../../base/text.ts";
import type {Paint} from "../text/paint.ts";

/** What a check found, as it is shown. */
interface ShownFinding {
  readonly name: string;
  readonly text: string;
  readonly faults: readonly {readonly what: string; readonly where: string; readonly help: string}[];
  readonly notes?: readonly string[];
}

/** So many faults of one check are told; JSON has them all. */
const mostFaults = 10;

/** What was found, a line each, and below it what is wrong. */
export function renderFindings(findings: readonly ShownFinding[], paint: Paint): string {
  const width = Math.max(...findings.map(({name}) => name.length));
  const lines = findings.flatMap(({name, text, faults, notes = []}) => {
    const state = faults.length > 0 ? paint.strong("wrong") : "fine ";
    const told = faults
      .slice(0, mostFaults)
      .flatMap(({what, where, help}) => [
        `       ${visible(what)}`,
        `         at    ${visible(where)}`,
        `         help  ${visible(help)}`,
      ]);
    const more = faults.length > mostFaults ? [`       and ${faults.length - mostFaults} more`] : [];
    return [
      `${state}  ${name.padEnd(width)}  ${visible(text)}`,
      ...told,
      ...more,
      ...notes.map((note) => `       ${visible(note)}`),
    ];
  });
  const wrong = findings.reduce((sum, {faults}) => sum + faults.length, 0);
  const sum = wrong === 0 ? "Nothing is wrong." : `${plural(wrong, "thing is", "things are")} wrong.`;
  return `${[...lines, "", sum].join("\n")}\n`;
}

/** The same for programs. */
export function findingsJson(findings: readonly ShownFinding[]): string {
  return printJson({
    isFine: findings.every(({faults}) => faults.length === 0),
    checks: findings.map(({name, text, faults, notes = []}) => ({
      name,
      isFine: faults.length === 0,
      text,
      faults,
      notes,
    })),
  });
}
