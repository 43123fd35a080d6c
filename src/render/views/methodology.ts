import {printJson} from "../../base/json.ts";
import {monthTitle} from "../../base/period.ts";
import type {RuleValue} from "../../base/rule-differences.ts";
import {visible} from "../../base/text.ts";
import {Translator} from "../../base/words/translator.ts";
import type {ShownRules} from "../../report/shown-rules.ts";
import {wrap} from "../text/wrap.ts";

const english = new Translator("en");

/** The rules for a terminal: a setting with what it holds, lists with their entries. */
export function renderMethodology(shown: readonly ShownRules[], width: number): string {
  return shown.map((rules) => renderRules(rules, width, shown.length > 1)).join("\n");
}

function renderRules({from, until, sha256, settings}: ShownRules, width: number, isOneOfSeveral: boolean): string {
  const names = Object.keys(settings);
  const column = Math.max(...names.map((name) => name.length)) + 2;
  const rest = " ".repeat(column);
  const lines = Object.entries(settings).flatMap(([name, {shown}]) => {
    const text = isList(shown) ? (shown.length === 0 ? "none" : shown.join(", ")) : english.translate(shown);
    return wrap(visible(text), width, {first: name.padEnd(column), rest});
  });
  const title = isOneOfSeveral ? [spanOf(from, until), ""] : [];
  return `${[...title, ...lines, `${"sha256".padEnd(column)}${sha256}`].join("\n")}\n`;
}

function spanOf(from: string | null, until: string | null): string {
  if (from === null) return until === null ? "In every month" : `Until ${monthTitle(until)}`;
  return until === null ? `From ${monthTitle(from)} on` : `From ${monthTitle(from)} until ${monthTitle(until)}`;
}

/** The same for programs. */
export function methodologyJson(shown: readonly ShownRules[]): string {
  return printJson(
    shown.map(({from, until, sha256, settings}) => {
      const values = Object.entries(settings).map(([name, {shown: value}]) => {
        return [name, isList(value) ? value : english.translate(value)];
      });
      return {from, until, sha256, settings: Object.fromEntries(values)};
    }),
  );
}

function isList(shown: RuleValue["shown"]): shown is readonly string[] {
  return Array.isArray(shown);
}
