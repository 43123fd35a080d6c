import type {Advice} from "../../base/advice.ts";
import type {Catalogue} from "../../workspace/catalogue/catalogue.ts";
import type {Config} from "../../workspace/config/config.ts";
import type {StorePaths} from "../../workspace/workspace-files.ts";

/** Something that a person can mend. */
export interface Fault {
  /** What is wrong, with the found value. No full stop. */
  readonly what: string;
  readonly where: string;
  /** One thing to try, in the imperative, in words that fit everywhere. */
  readonly help: string;
  /** The same by its name, where each place words it in its own way. */
  readonly advice?: Advice | null;
}

/** What a check found. */
export interface CheckFinding {
  /** One line: what was looked at, in numbers. */
  readonly text: string;
  /** What is wrong; empty where nothing is. */
  readonly faults: readonly Fault[];
  /** What is no fault and worth knowing. */
  readonly notes?: readonly string[];
}

/** What was found of a workspace. What another check tells to be wrong is null. */
export interface CheckContext {
  readonly folder: string;
  readonly store: StorePaths;
  readonly config: OpenedPart<Config>;
  /** Hexadecimal text. */
  readonly key: OpenedPart<string>;
  /** Null without a fault, too: where nothing was read yet. */
  readonly catalogue: OpenedPart<Catalogue>;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Something that was opened, or why it was not. */
export interface OpenedPart<T> {
  readonly value: T | null;
  readonly fault: Fault | null;
}

/** One thing that `check` looks at. It changes nothing, and what is wrong is its answer, not an exception. */
export interface WorkspaceCheck {
  /** One word, that programs know it by. */
  readonly name: string;
  look(context: CheckContext): CheckFinding | Promise<CheckFinding>;
}
