/** The texts of one kind that facts hold, as `QueryEngine.openFacts` speaks of them. */
export interface KnownTexts {
  /** Of the relation. */
  readonly name: string;
  /** What is selected of the facts. */
  readonly columns: string;
  /** The column of the facts that has to be there. */
  readonly column: string;
}

/**
 * SQL of the keys that facts have for texts, over columns `instant`, `method`, `status`, `asked`, `sent_from`, `named` and `hosted`.
 *
 * A text is its own key: a server tells texts apart as quickly as numbers. Where there are rule periods, that of the request stands before.
 *
 * @param rulePeriods See `TimeRange`.
 */
export function factKeys(rulePeriods: readonly number[]): {
  readonly columns: string;
  readonly known: readonly KnownTexts[];
} {
  const begun = rulePeriods.map((second) => `toUInt8(instant >= ${second})`);
  const rulePeriod = begun.length > 0 ? begun.join(" + ") : "0";
  const keyOf = (text: string): string => (begun.length > 0 ? `concat(toString(${rulePeriod}), ' ', ${text})` : text);
  const answer = `${keyOf("concat(method, ' ', toString(status))")} as answer`;
  const known = (kind: string, key: string, texts: string, column: string): KnownTexts => {
    return {name: `known_${kind}`, columns: `toInt8(${rulePeriod}) as rule_period, ${key}, ${texts}`, column};
  };
  const named = (kind: string, column: string): KnownTexts => {
    const text = `assumeNotNull(${column})`;
    return known(kind, `${keyOf(text)} as ${kind}`, `${text} as ${kind}_text`, column);
  };
  return {
    columns: `${answer}, ${keyOf("asked")} as path, ${keyOf("sent_from")} as site, ${keyOf("named")} as agent, ${keyOf("hosted")} as host`,
    known: [
      known("answer", answer, "method, status", "method"),
      known("path", `${keyOf("asked")} as path`, "asked as path_text", "asked"),
      named("site", "sent_from"),
      named("agent", "named"),
      named("host", "hosted"),
    ],
  };
}
