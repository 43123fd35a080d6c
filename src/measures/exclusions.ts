import type {Wording} from "../base/words/message.ts";
import type {Engine} from "../engine/contract.ts";
import type {Methodology} from "../methodology/methodology.ts";
import type {Rule} from "../methodology/rule.ts";
import {rules} from "../methodology/rules.ts";
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
}

/** What did the rules that ran in these months leave out? In the order of the rules. */
export async function findExclusions(
  engine: Engine,
  methodology: Methodology,
  span: Span,
  account: readonly MonthVerdicts[],
): Promise<Exclusion[]> {
  const {months} = span;
  const rows = await engine.ask("left-out-readers", endsOf(span));
  return rules.flatMap((rule): Exclusion[] => {
    const running = methodology.rules.has(rule.id) ? monthsOf(rule, methodology, months) : [];
    if (running.length === 0) return [];
    const clients = rows.find(({verdict}) => verdict === rule.id)?.["readers"] ?? 0;
    return [
      {
        id: rule.id,
        label: rule.label,
        explanation: rule.explain(methodology),
        months: running,
        requests: account.reduce((sum, month) => sum + (month.requests.get(rule.id) ?? 0), 0),
        clients: rule.limit || goesByList(rule) ? Number(clients) : null,
        limit: rule.limit?.(methodology)?.documents ?? null,
      },
    ];
  });
}

/** Does the rule look at nothing but listed clients and agents? Then it runs only while a listing holds. */
function goesByList(rule: Rule): boolean {
  return rule.listings !== undefined && rule.fitsAgent === undefined;
}

function monthsOf(rule: Rule, methodology: Methodology, months: readonly string[]): string[] {
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
