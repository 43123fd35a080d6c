import type {AskedPath} from "../../base/paths/asked-path.ts";
import type {Wording} from "../../base/words/message.ts";
import type {RuleSettings} from "../../workspace/config/methodology.ts";
import type {ListEntry} from "../decisions/entry.ts";
import type {Methodology} from "../methodology.ts";

/** What the server answered, as far as a rule looks at it. */
export interface ServerAnswer {
  readonly method: string;
  readonly status: number;
}

/**
 * Why a request does not count: one rule, one verdict.
 *
 * A rule looks at distinct answers, paths, agents and clients, thousands where there are millions of requests; the
 * engine carries what it says to each request. A request gets the verdict of the first rule of the table that fits.
 */
export interface Rule {
  /** The verdict's id: a contract, never renamed. */
  readonly id: string;
  /** What it leaves out, as a plural that begins a sentence: "Graphics". */
  readonly label: Wording;
  /** The setting of `methodology` that it goes by: whoever gives it wants the rule. */
  readonly setting: keyof RuleSettings;
  /** Whether the setting asks for the rule, where to give it is not enough. */
  isWanted?(own: RuleSettings): boolean;
  /** Adds to the label what the rule goes by, in this methodology; shown in the report's notes. */
  explain(methodology: Methodology): Wording;
  fitsAnswer?(answer: ServerAnswer, methodology: Methodology): boolean;
  fitsPath?(asked: AskedPath, methodology: Methodology): boolean;
  fitsAgent?(agent: string, methodology: Methodology): boolean;
  /** Clients and agents that people have put on a list, with the days it holds for. */
  listings?(methodology: Methodology): readonly ListEntry[];
  /** The path that marks whoever asks for it in a month, with whatever result; null when the rule does not run. */
  markerPath?(methodology: Methodology): string | null;
  /** More requests than this in a month mark a client; null when the rule does not run. */
  limit?(methodology: Methodology): {readonly documents: number; readonly months: readonly string[] | null} | null;
}
