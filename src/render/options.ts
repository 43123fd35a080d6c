import type {CsvForm} from "./csv/cell.ts";
import type {Typesetter} from "./pdf/typesetter.ts";

/** The papers that pages are set for. */
export const papers = ["a4", "letter"] as const;

/** A paper, by its name in settings. */
export type Paper = (typeof papers)[number];

/** How narrow and how wide a column of a newspaper is that text is set for, in letters. */
export const columnWidths = {least: 34, most: 60} as const;

/** A column of a newspaper. */
export interface PrintColumn {
  /** Letters that a line takes, within {@link columnWidths}; a Chinese one takes two. */
  readonly width: number;
  /** Whether notes are marked (1) instead of ¹, for systems that lose raised digits. */
  readonly isPlain: boolean;
}

/** What an output may be told about the place it is printed in. Only the text output looks at the terminal, only the PDF at the paper. */
export interface RenderOptions {
  /** Columns of the terminal; fewer than 80 count as 80. */
  readonly width: number;
  /** Whether the text may be emphasised with escape sequences. */
  readonly color: boolean;
  /** Whether the commands that answer further questions know this report: after `broadsheet quick` none does. */
  readonly canAsk?: boolean;
  /** For a column of a newspaper instead of a terminal. */
  readonly column?: PrintColumn;
  /** A4 where it is left out. */
  readonly paper?: Paper;
  /** How CSV is written; as RFC 4180 has it where it is left out. */
  readonly csv?: CsvForm;
  /** By which program a PDF says that it is made, as the SHA-256 of its files: by this one where it is left out; null for one that does not say. */
  readonly program?: string | null;
  /** What sets the pages; where it is left out, they are set in the thread that asks. */
  readonly typesetter?: Typesetter;
}
