/** The papers that pages are set for. */
export const papers = ["a4", "letter"] as const;

/** A paper, by its name in settings. */
export type Paper = (typeof papers)[number];

/** What an output may be told about the place it is printed in. Only the text output looks at the terminal, only the PDF at the paper. */
export interface RenderOptions {
  /** Columns of the terminal; fewer than 80 count as 80. */
  readonly width: number;
  /** Whether the text may be emphasised with escape sequences. */
  readonly color: boolean;
  /** Whether the commands that answer further questions know this report: after `broadsheet quick` none does. */
  readonly canAsk?: boolean;
  /** A4 where it is left out. */
  readonly paper?: Paper;
}
