import {type IRunPropertiesOptions, TextRun} from "docx";
import {visible} from "../../base/text.ts";

/** How a text looks, beside the style of its paragraph. */
export type RunLook = Pick<IRunPropertiesOptions, "bold" | "italics" | "style" | "superScript" | "color" | "size">;

/** From the first Latin letter, figure or slash to the last, with no Arabic between. */
const fromLeft = /[\p{Script=Latin}\p{N}/](?:[^\u0590-\u08ff]*[\p{Script=Latin}\p{N}/%])?/gu;

/**
 * Text as pieces of a paragraph, each in the direction in which its letters run.
 *
 * What is not seen, or turns the direction of others, is written out as in every output; what XML cannot hold, too.
 */
export function textRuns(text: string, isRtl: boolean, look: RunLook = {}): TextRun[] {
  const shown = legal(text);
  if (!isRtl) return [new TextRun({text: shown, ...look})];
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of shown.matchAll(fromLeft)) {
    if (match.index > end) runs.push(fromRight(shown.slice(end, match.index), look));
    runs.push(new TextRun({text: withMarks(match[0]), ...look}));
    end = match.index + match[0].length;
  }
  if (end < shown.length) runs.push(fromRight(shown.slice(end), look));
  return runs;
}

/** A path keeps the slashes at its ends where they are. */
function withMarks(text: string): string {
  return `${text.startsWith("/") ? "\u200e" : ""}${text}${text.endsWith("/") ? "\u200e" : ""}`;
}

/** The text with every character written out that XML cannot hold or that is not seen. */
export function legal(text: string): string {
  return possible(visible(text));
}

/** The text with what stands for no character in XML written out; nothing else is left for that where {@link visible} has been. */
export function possible(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

function fromRight(text: string, look: RunLook): TextRun {
  const {bold, italics} = look;
  return new TextRun({
    text,
    ...look,
    ...(bold === undefined ? {} : {boldComplexScript: bold}),
    ...(italics === undefined ? {} : {italicsComplexScript: italics}),
    rightToLeft: true,
  });
}
