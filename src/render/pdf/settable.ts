import {UserError} from "../../base/error.ts";
import {runsOf} from "../../base/runs.ts";
import {visible} from "../../base/text.ts";
import type {Commentary, Inline, Report} from "../../report/report.ts";
import {inBlocks} from "../content/months.ts";
import {widthOf} from "../text/wrap.ts";
import type {PdfDocument} from "./document.ts";
import type {Fonts} from "./fonts.ts";

/** The longest text that is set, in characters, the longest heading and label, the longest cell; of a longer one the middle is left out. */
const [mostLetters, mostInHeading, mostInCell] = [2500, 400, 240];
const headings = new Set(["publication", "headline", "byline", "title", "label", "tick"]);
/** The longest run without a space that stays in one piece. */
const mostUnbroken = 18;
/** What no reader sees as text, or what is no text of the report. */
const asItIs = new Set(["kind", "id", "style", "url", "svg", "dir", "lang", "region", "name", "keywords"]);
/** Texts that are said or listed, not set in lines. */
const unbroken = new Set(["documentTitle", "author", "description", "alt"]);

/**
 * The document with every text made fit to be set.
 *
 * What is not seen, or turns the direction of others, is written out, as in every output; a character that no font has is shown as
 * its code (`[U+1F600]`); long words may be broken where the template puts no space for U+200B.
 */
export function settable(document: PdfDocument, {characters}: Fonts): PdfDocument {
  const {dir} = document.language;
  const walk = (value: unknown, key: string, most: number): unknown => {
    if (typeof value === "string") {
      if (asItIs.has(key)) return value;
      const text = codedText(shortened(value, most), characters);
      return unbroken.has(key) ? text : breakable(dir === "rtl" ? withMarks(text) : text);
    }
    if (Array.isArray(value))
      return value.map((one) => walk(one, key, key === "cells" || key === "columns" ? mostInCell : most));
    if (typeof value !== "object" || value === null) return value;
    const isHeading = "kind" in value && (value.kind === "section" || value.kind === "heading");
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        return [name, walk(one, name, isHeading || headings.has(name) ? Math.min(most, mostInHeading) : most)];
      }),
    );
  };
  return walk(document, "", mostLetters) as PdfDocument;
}

/** A text in which every character is seen and every font has it: in place of others stand their codes, `[U+1F600]`. */
export function codedText(text: string, characters: ReadonlySet<number>): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const letters = [...visible(text)].map((letter) => ({letter, isKnown: characters.has(letter.codePointAt(0)!)}));
  return runsOf(letters, (before, one) => before.isKnown === one.isKnown)
    .map((run) => {
      return run[0]!.isKnown
        ? run.map(({letter}) => letter).join("")
        : `[${run.map(({letter}) => `U+${hexOf(letter)}`).join(" ")}]`;
    })
    .join("");
}

/** Paths in a line from the right keep their slashes at their own ends. */
function withMarks(text: string): string {
  return text.replace(/(?<![\w/])\/[\w%.~/-]*(?<!\.)/g, "\u200e$&\u200e");
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text];
  return `${letters.slice(0, most / 2).join("")} … ${letters.slice(-most / 2).join("")}`;
}

function hexOf(letter: string): string {
  return letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
}

/** Where a long word may be broken: behind what parts it, and, where nothing does, anywhere; a hash in its middle. */
function breakable(text: string): string {
  return text.replace(/[^\s\u200b]{19,}/g, (word) => {
    // Chinese may be broken anywhere as it is.
    if (widthOf(word) >= word.length * 1.5) return word;
    if (/^[0-9a-f]{64}\.?$/.test(word)) return `${word.slice(0, 32)}\u200b${word.slice(32)}`;
    return word
      .split(/(?<=[/\\_.?&=,;:+@|-])/)
      .flatMap((piece) => inPieces([...piece]))
      .join("\u200b");
  });
}

function inPieces(letters: readonly string[]): string[] {
  return inBlocks(letters.length, mostUnbroken).map((block) => block.map((i) => letters[i]!).join(""));
}

/**
 * Can the report's own words be set: names, labels and titles that the publisher gave, and the commentary?
 *
 * @throws {UserError} PDF_GLYPH_MISSING names the text and the characters that no font has.
 */
export function checkOwnWords(report: Report, {characters}: Fonts): void {
  for (const {where, text} of ownWords(report)) {
    const missing = [...new Set(visible(text))].filter((letter) => !characters.has(letter.codePointAt(0)!));
    if (missing.length === 0) continue;
    const codes = missing.slice(0, 5).map((letter) => `${letter} (U+${hexOf(letter)})`);
    const more = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
    throw new UserError(
      "PDF_GLYPH_MISSING",
      `"${shortTitle(visible(text))}" cannot be set: the fonts of the PDF (Broadsheet Serif, Sans, Arabic, Han, Hant) lack ${codes.join(", ")}${more}`,
      "write it in letters that they have, or take the report as html, which is printed with the reader's own fonts",
      where,
    );
  }
}

function shortTitle(text: string): string {
  return [...text].length > 60 ? `${[...text].slice(0, 60).join("")}…` : text;
}

function ownWords(report: Report): {where: string; text: string}[] {
  const {publication, title, measures, tables, ledger, commentary} = report;
  const told = (where: string) => (text: string) => ({where, text});
  return [
    ...(publication === null ? [] : [{where: "the publication's name", text: publication}]),
    {where: "the report's title", text: title},
    ...[...measures, ...(ledger?.measures ?? [])].map(({label}) => label).map(told("the label of a figure")),
    ...[...tables, ...(ledger?.tables ?? [])].map((table) => table.title).map(told("the title of a table")),
    ...(commentary === null ? [] : commentaryTexts(commentary).map(told("the commentary"))),
  ];
}

function commentaryTexts({title, by, blocks}: Commentary): string[] {
  const ofRuns = (runs: readonly Inline[]): string[] =>
    runs.flatMap((run) => (run.kind === "break" ? [] : "text" in run ? [run.text] : ofRuns(run.content)));
  const ofBlocks = (all: Commentary["blocks"]): string[] =>
    all.flatMap((block) => {
      if (block.kind === "quote") return ofBlocks(block.blocks);
      return block.kind === "list" ? block.items.flatMap(ofBlocks) : ofRuns(block.content);
    });
  return [title ?? "", by, ...ofBlocks(blocks)];
}
