import type {Notice} from "./notice.ts";

/** How far logs are read. */
export interface Progress {
  readonly bytesRead: number;
  readonly bytes: number;
  readonly inputsRead: number;
  readonly inputs: number;
}

/** Is told how work goes. What a place does not show, it leaves out. */
export interface Listener {
  /** Some five times a second. */
  progress?(progress: Progress): void;
  /** Another is at work on the workspace, and is waited for. Told once. */
  waiting?(holder: string): void;
  /** Something worth knowing that is no fault. */
  notice?(notice: Notice): void;
}

/** Who is told how work goes, and what stops it. */
export interface Attendance {
  readonly listener?: Listener | undefined;
  /** Stops the work: it fails with ABORTED, and what was done before stays. */
  readonly signal?: AbortSignal | undefined;
}
