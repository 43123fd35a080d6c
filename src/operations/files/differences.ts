import {structuredPatch} from "diff";

/** A line of two texts that are set beside each other. */
export interface DifferenceLine {
  readonly kind: "same" | "out" | "in";
  readonly text: string;
}

/** A place where two texts differ, with the lines around it. */
export interface DifferencePart {
  /** The line of the first text that it begins in; the first is 1. */
  readonly line: number;
  readonly lines: readonly DifferenceLine[];
}

/** Beyond so many lines that go and come, two texts are two texts; to find out takes lines times these. */
const mostEdits = 2000;
const linesAround = 3;

const kinds = {"-": "out", "+": "in", " ": "same"} as const;

/**
 * Where do two texts differ? None where they do not, but for how their lines end.
 *
 * @returns null where they differ in more than can be looked at.
 */
export function textDifferences(before: string, after: string): readonly DifferencePart[] | null {
  const [one, other] = [before, after].map((text) => text.replace(/\r\n?/g, "\n"));
  const options = {context: linesAround, maxEditLength: mostEdits};
  const patch = structuredPatch("", "", one!, other!, undefined, undefined, options);
  if (patch === undefined) return null;
  return patch.hunks.map(({oldStart, lines}) => ({
    line: oldStart,
    lines: lines.flatMap((line): DifferenceLine[] => {
      const kind = kinds[line.charAt(0) as keyof typeof kinds];
      // What is left says that the last line has no end.
      return kind === undefined ? [] : [{kind, text: line.slice(1)}];
    }),
  }));
}
