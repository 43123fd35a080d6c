import {clauses, message, month, type Wording} from "../base/words/message.ts";
import type {QueryEngine} from "../engine/query-engine.ts";
import type {Methodology} from "../methodology/methodology.ts";
import {type RulePeriod, rulePeriodsOf} from "../methodology/rule-periods.ts";
import {rules} from "../methodology/rules/all.ts";
import type {Rule} from "../methodology/rules/rule.ts";
import type {MonthVerdicts} from "./account.ts";
import {endsOf, type Span} from "./spans.ts";

/** What one rule left out of the figures. */
export interface Exclusion {
  /** The verdict's id. */
  readonly id: string;
  readonly label: Wording;
  /** What the rule goes by, for a note; "" when the label says it all. */
  readonly explanation: Wording;
  /** The months in which the rule ran, `YYYY-MM`. */
  readonly months: readonly string[];
  /** Requests it took in the whole period. */
  readonly requests: number;
  /** Different clients it took in the whole period; null where the rule does not look at clients. */
  readonly clients: number | null;
  /** More documents than this in a month were too many; null for every other rule. */
  readonly limit: number | null;
  /** Other limits, and the months from which they held; empty unless the rule changed. */
  readonly laterLimits: readonly {readonly month: string; readonly documents: number}[];
}

/** What did the rules that ran in these months leave out? In the order of the rules. */
export async function findExclusions(
  engine: QueryEngine,
  methodology: Methodology,
  span: Span,
  account: readonly MonthVerdicts[],
): Promise<Exclusion[]> {
  const {months} = span;
  const rows = await engine.ask("left-out-readers", endsOf(span));
  const rulePeriods = rulePeriodsOf(methodology, months);
  return rules.flatMap((rule): Exclusion[] => {
    const running = rulePeriods
      .map((rulePeriod) => ({...rulePeriod, months: monthsOf(rule, rulePeriod)}))
      .filter((rulePeriod) => rulePeriod.months.length > 0);
    const [first] = running;
    if (!first) return [];
    const clients = rows.find(({verdict}) => verdict === rule.id)?.["readers"] ?? 0;
    const limits = running.map((rulePeriod) => ({
      month: rulePeriod.months[0]!,
      documents: rule.limit?.(rulePeriod.methodology)?.documents ?? null,
    }));
    return [
      {
        id: rule.id,
        label: rule.label,
        explanation: sayByRulePeriod(running, rule),
        months: running.flatMap((rulePeriod) => rulePeriod.months).sort(),
        requests: account.reduce((sum, month) => sum + (month.requests.get(rule.id) ?? 0), 0),
        clients: rule.limit || goesByList(rule) ? Number(clients) : null,
        limit: limits[0]!.documents,
        laterLimits: limits.flatMap(({month, documents}, place) => {
          return documents === null || documents === limits[place - 1]?.documents || place === 0
            ? []
            : [{month, documents}];
        }),
      },
    ];
  });
}

/** What the rule goes by; where that changes, from which month on. */
function sayByRulePeriod(rulePeriods: readonly RulePeriod[], rule: Rule): Wording {
  const said = rulePeriods.map(({methodology, months}) => ({from: months[0]!, text: rule.explain(methodology)}));
  const [first, ...later] = said.filter(({text}, place) => {
    return place === 0 || JSON.stringify(text) !== JSON.stringify(said[place - 1]!.text);
  });
  if (later.length === 0) return first!.text;
  return clauses([
    first!.text,
    ...later.map(({from, text}) => message("from-month-on", {month: month(from), what: text})),
  ]);
}

/** Does the rule look at nothing but listed clients and agents? Then it runs only while a listing holds. */
function goesByList(rule: Rule): boolean {
  return rule.listings !== undefined && rule.fitsAgent === undefined;
}

function monthsOf(rule: Rule, {methodology, months}: RulePeriod): string[] {
  if (!methodology.rules.has(rule.id)) return [];
  if (rule.limit) {
    const limit = rule.limit(methodology);
    return limit ? months.filter((month) => limit.months?.includes(month) ?? true) : [];
  }
  if (!goesByList(rule)) return [...months];
  const listings = rule.listings?.(methodology) ?? [];
  return months.filter((month) =>
    listings.some(({from, until}) => (from ?? month).slice(0, 7) <= month && (until ?? month).slice(0, 7) >= month),
  );
}
