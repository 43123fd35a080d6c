import type {RuleValue} from "../base/rule-differences.ts";

/** The rules of some months, every setting with what it holds. */
export interface ShownRules {
  /** `YYYY-MM`; null for the first there is, and for good. */
  readonly from: string | null;
  readonly until: string | null;
  /** Of everything that they say: reports of these months have it. */
  readonly sha256: string;
  /** By the settings' names below `methodology`, and those of documents. */
  readonly settings: Readonly<Record<string, RuleValue>>;
}
