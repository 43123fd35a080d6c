import {Bookmark, type IParagraphOptions, type NumberingDefinition, Paragraph} from "docx";
import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import {type Footnotes, openFootnotes} from "./notes.ts";
import {type RunLook, textRuns} from "./runs.ts";
import {dashes, numbersFrom} from "./styles.ts";

/** What the parts of one document share while they are laid out. */
export interface WordPage {
  readonly report: Report;
  readonly words: Translator;
  readonly isRtl: boolean;
  /** Between the margins, in points. */
  readonly width: number;
  readonly footnotes: Footnotes;
  /** A paragraph in the direction of the report. */
  readonly paragraph: (
    style: string,
    content: string | IParagraphOptions["children"],
    options?: ParagraphLook,
  ) => Paragraph;
  /** The heading of a part, which the contents lead to. */
  readonly heading: (text: string) => Paragraph;
  /** Those that there are so far. */
  readonly headings: readonly {readonly anchor: string; readonly text: string}[];
  /** The number of the next picture: each has one of its own. */
  readonly nextPicture: () => number;
  /** A list of its own: with dashes, or with numbers from one on. */
  readonly nextList: (start: number | null) => {readonly reference: string; readonly instance: number};
  /** The lists that there are. */
  readonly lists: Map<string, NumberingDefinition>;
}

/** What is said of one paragraph beside its style. */
export type ParagraphLook = Omit<IParagraphOptions, "children" | "style" | "text"> & {readonly look?: RunLook};

/** Begins a document. */
export function openPage(report: Report, width: number): WordPage {
  const words = wordsOf(report);
  const isRtl = words.language.direction === "rtl";
  const lists = new Map([[dashes.reference, dashes]]);
  let [pictures, instances] = [0, 0];
  const headings: {anchor: string; text: string}[] = [];
  const paragraph: WordPage["paragraph"] = (style, content = [], {look, ...options} = {}) =>
    new Paragraph({
      style,
      children: typeof content === "string" ? textRuns(content, isRtl, look) : content,
      ...(isRtl ? {bidirectional: true} : {}),
      ...options,
    });
  return {
    report,
    words,
    isRtl,
    width,
    footnotes: openFootnotes(isRtl),
    paragraph,
    heading: (text) => {
      const anchor = `part_${headings.length + 1}`;
      headings.push({anchor, text});
      return paragraph("Heading1", [new Bookmark({id: anchor, children: textRuns(text, isRtl)})]);
    },
    headings,
    nextPicture: () => {
      pictures++;
      return pictures;
    },
    nextList: (start) => {
      const list = start === null ? dashes : numbersFrom(start);
      lists.set(list.reference, list);
      if (start !== null) instances++;
      return {reference: list.reference, instance: start === null ? 0 : instances};
    },
    lists,
  };
}
