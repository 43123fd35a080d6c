import type {ProxyName} from "../../workspace/config/reading.ts";

/** From where a CDN, or a cloud's load balancers, ask the servers behind them. */
export interface KnownProxies {
  /** As `trustedProxies` names it. */
  readonly id: ProxyName;
  /** As a sentence names it. */
  readonly label: string;
  /** The day on which the list was taken, `YYYY-MM-DD`. */
  readonly date: string;
  /** Where its operator publishes it. */
  readonly source: string;
  /** The header in which it names whom it speaks for; null where that is X-Forwarded-For, as with everybody. */
  readonly header: string | null;
  readonly networks: readonly string[];
}

/** Networks that stand in a text with blanks and newlines between them. */
export function networksIn(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
