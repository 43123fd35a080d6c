/*
 * What the template sets: a page of blocks as data. Every text in it is text, whatever it looks like: the template never
 * reads it as its own language.
 */

/** A piece of a line of commentary. */
export interface PdfRun {
  readonly text: string;
  readonly style: "plain" | "code" | "emphasis" | "strong" | "both" | "break";
  /** Where it leads; null for most. */
  readonly url: string | null;
}

/** A block of commentary; `dir` is the direction that its first letter runs in. */
export type PdfProse =
  | {readonly kind: "paragraph" | "heading"; readonly runs: readonly PdfRun[]; readonly dir: LineDirection}
  | {readonly kind: "quote"; readonly blocks: readonly PdfProse[]}
  | {readonly kind: "items"; readonly start: number | null; readonly items: readonly (readonly PdfProse[])[]};

/** Where lines begin. */
export type LineDirection = "ltr" | "rtl";

/** What is drawn in a cell; all of it in parts of the whole, from 0 to 1. */
export type Drawn =
  | {readonly kind: "course"; readonly points: readonly (number | null)[]}
  | {readonly kind: "share"; readonly part: number}
  | {readonly kind: "range"; readonly low: number; readonly at: number; readonly high: number}
  | {readonly kind: "plan"; readonly latest: number; readonly target: number};

/** A note's number; where it stands first, its text, too. */
export interface NoteMark {
  readonly mark: number;
  readonly text?: string;
}

/** A cell of a table. */
export interface PdfCell {
  readonly text: string;
  /** Said less loudly behind the text, or below it in a head. */
  readonly more?: string;
  readonly notes?: readonly NoteMark[];
  /** Hangs behind a figure: that it was reported, or restated. */
  readonly mark?: string;
  readonly drawn?: Drawn;
}

/** A column: what kind of thing stands in it says how it is set. */
export interface PdfColumn {
  readonly kind: "label" | "text" | "figure" | "total" | "rank" | "moved" | "share" | "drawn" | "hash";
  readonly head: PdfCell;
}

/** A row of a table. */
export interface PdfRow {
  readonly kind: "" | "days" | "all" | "then" | "change" | "index" | "rest";
  /** Does it begin a group, which has more room before it? */
  readonly isFirst?: boolean;
  readonly cells: readonly PdfCell[];
}

/** A table before its size is known. */
export interface PdfTable {
  readonly caption: string;
  /** Do the names of its figures, and the whole period, stand out? */
  readonly isMain?: boolean;
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly PdfRow[];
}

/** Between two columns, and for what is drawn in a cell, in points. */
export type TableRoom = Readonly<Record<"gap" | Drawn["kind"], number>>;

/** A table as it is set. */
export interface PlacedTable extends PdfTable {
  readonly kind: "table";
  /** Of its letters, in points. */
  readonly size: number;
  /** In points; null for the width of what it stands in. */
  readonly width: number | null;
  readonly room: TableRoom;
  /** Of the columns, in points; null for as much as is needed. */
  readonly widths: readonly (number | null)[];
}

/** A bar of a chart, its height in parts of the highest; null where there is no value. */
export interface PdfBar {
  readonly part: number | null;
  /** Stands on the bar; null where there is no room. */
  readonly printed: string | null;
  readonly kind: "bar" | "part" | "told";
  /** Below it; a second line where it is a year. */
  readonly tick: readonly string[];
}

/** Bars from zero. */
export interface PdfChart {
  readonly kind: "chart";
  /** Of the figure or the table that it draws. */
  readonly id: string;
  readonly title: string | null;
  /** What it shows, in a sentence. */
  readonly alt: string;
  readonly bars: readonly PdfBar[];
  /** Lines across, with what stands beside them; none where each bar has its figure. */
  readonly scale: readonly {readonly part: number; readonly text: string}[];
  readonly caption: string;
}

/** Where the copies went: outlines and dots as a picture, names as text; places in parts of the width and height. */
export interface PdfMap {
  readonly kind: "map";
  readonly svg: string;
  readonly ratio: number;
  readonly alt: string;
  readonly names: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly isBefore: boolean;
  }[];
  readonly caption: string;
}

/** A figure set large at the beginning. */
export interface KeyFigure {
  readonly label: string;
  readonly notes: readonly NoteMark[];
  readonly value: string;
  /** Of what it is. */
  readonly more: string;
  /** How it moved, and from what; null where that is not known. */
  readonly move: {readonly change: string; readonly before: string} | null;
}

/** A label and what is said of it. */
export interface PdfEntry {
  readonly label: string;
  readonly more?: string;
  readonly text: string;
}

/** A block of the page. */
export type PdfBlock =
  | {
      readonly kind: "opening";
      readonly figures: readonly KeyFigure[];
      readonly lead: string | null;
      readonly doubts: string | null;
    }
  | {
      readonly kind: "moved";
      readonly title: string;
      readonly entries: readonly PdfEntry[];
      readonly more: string | null;
    }
  | {readonly kind: "section" | "heading" | "sentence" | "small"; readonly text: string}
  | {readonly kind: "list" | "reasons"; readonly items: readonly string[]}
  | {readonly kind: "entries"; readonly entries: readonly PdfEntry[]}
  | {readonly kind: "prose"; readonly blocks: readonly PdfProse[]}
  /** A heading at the side of what it heads. */
  | {readonly kind: "aside"; readonly title: string; readonly more: string | null; readonly blocks: readonly PdfBlock[]}
  /** Stand beside each other, each whole. */
  | {readonly kind: "beside"; readonly columns: number; readonly parts: readonly (readonly PdfBlock[])[]}
  /** A table, and what is said of it at its side. */
  | {readonly kind: "flanked"; readonly table: PlacedTable; readonly text: string}
  /** Stays on one page, but for what would not fit one. */
  | {readonly kind: "whole"; readonly blocks: readonly PdfBlock[]; readonly isBroken?: boolean}
  | PlacedTable
  | PdfChart
  | PdfMap;

/** All that the template is told. */
export interface PdfDocument {
  readonly language: {readonly lang: string; readonly region: string | null; readonly dir: LineDirection};
  readonly paper: {readonly name: string; readonly width: number};
  /** As a list of files shows it. */
  readonly documentTitle: string;
  readonly author: string | null;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly day: readonly [year: number, month: number, day: number];
  readonly publication: string | null;
  readonly headline: string;
  readonly byline: string;
  /** What stands over every page but the first: whose report it is, and of what. */
  readonly running: readonly [string, string];
  /** The foot: what the hash is of, the hash in groups, what the attached file is. */
  readonly hash: {readonly label: string; readonly groups: string; readonly attached: string};
  /** `Page 1 of 3` in pieces: `{page}` and `{pages}` stand for the numbers. */
  readonly pageWords: readonly string[];
  readonly blocks: readonly PdfBlock[];
}
