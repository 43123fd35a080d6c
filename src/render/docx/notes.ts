import {
  Bookmark,
  BuilderElement,
  FootnoteReferenceRun,
  Paragraph,
  type ParagraphChild,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
} from "docx";
import type {NoteMark} from "../pdf/document.ts";
import {textRuns} from "./runs.ts";

/** The footnotes of a document, as they come up while it is laid out. */
export interface Footnotes {
  /** What stands behind a text for each of its notes: where one stands first the footnote itself, later a field that repeats its number. */
  readonly marksOf: (notes: readonly NoteMark[] | undefined) => ParagraphChild[];
  /** By their numbers, 1 and on in the order in which they stand. */
  readonly texts: Record<string, {readonly children: readonly Paragraph[]}>;
}

/** Begins a document's footnotes. */
export function openFootnotes(isRtl: boolean): Footnotes {
  const texts: Footnotes["texts"] = {};
  const numberByMark = new Map<number, number>();
  const markOf = ({mark, text}: NoteMark): ParagraphChild[] => {
    const known = numberByMark.get(mark);
    if (known !== undefined) return repeated(known);
    if (text === undefined) return [];
    const number = numberByMark.size + 1;
    numberByMark.set(mark, number);
    texts[number] = {
      children: [
        new Paragraph({
          style: "FootnoteText",
          ...(isRtl ? {bidirectional: true} : {}),
          children: textRuns(` ${text}`, isRtl),
        }),
      ],
    };
    return [new Bookmark({id: bookmarkOf(number), children: [new FootnoteReferenceRun(number)]})];
  };
  return {
    marksOf: (notes = []) =>
      notes.flatMap((note, i) => [...(i === 0 ? [] : [new TextRun({text: " ", superScript: true})]), ...markOf(note)]),
    texts,
  };
}

function bookmarkOf(number: number): string {
  return `note_${number}`;
}

/** A field that Word numbers on as footnotes are added. */
function repeated(number: number): TextRun[] {
  const mark = (type: string) =>
    raised(new BuilderElement({name: "w:fldChar", attributes: {type: {key: "w:fldCharType", value: type}}}));
  const instruction = raised(new Instruction(` NOTEREF ${bookmarkOf(number)} \\h `));
  return [mark("begin"), instruction, mark("separate"), raised(String(number)), mark("end")];
}

function raised(child: XmlComponent | string): TextRun {
  return new TextRun({superScript: true, children: [child]});
}

class SpaceKept extends XmlAttributeComponent<{space: string}> {
  protected override readonly xmlKeys = {space: "xml:space"};
}

/** What a field does. */
class Instruction extends XmlComponent {
  constructor(text: string) {
    super("w:instrText");
    // Word leaves spaces at the ends away where they are not kept.
    this.root.push(new SpaceKept({space: "preserve"}), text);
  }
}
