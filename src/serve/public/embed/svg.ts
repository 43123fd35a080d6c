import type {Translator} from "../../../base/words/translator.ts";
import {courseTitle, describeSeries, stillCourse} from "../../../publish/site/pages/course-figure.ts";
import {html, trusted} from "../../../render/markup/html.ts";
import {shorten, wrap} from "../../../render/text/wrap.ts";
import type {EditionFigure} from "./edition-figure.ts";

const size = {width: 720, chart: 280, margin: 20} as const;
/** So many letters of the plain face stand in a line. */
const [ofTitle, ofSource] = [58, 96];

/** The look of the picture: it stands in it, and its policy names it by its hash. */
export const svgStyle = `text { fill: #1b1a18; font: 13px system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
.title { font: 600 20px Georgia, "Liberation Serif", serif; }
.tick, .source { fill: #5c5955; }
.source { font-size: 12px; }
.line { fill: none; stroke: #1f5c8f; stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; }
.grid { stroke: #cfcac2; stroke-width: 1; }
.base { stroke: #1b1a18; stroke-width: 1; }
.end { font-weight: 600; }
.alone { fill: #1f5c8f; }
.first { fill: #fffefc; stroke: #5c5955; stroke-width: 1.25; }
`;

/** A figure as a picture that needs nothing else: its course, what it is of, and of which edition. */
export function figureSvg({series, source, unit}: EditionFigure, words: Translator): string {
  const {width, chart, margin} = size;
  const isFromRight = words.language.direction === "rtl";
  // Where a line begins in the language of the page, whatever letters a name in it has.
  const x = isFromRight ? width - margin : margin;
  const title = courseTitle(series, words);
  const lines = wrap(unit === null ? source : words.sentences([source, unit]), ofSource).slice(0, 4);
  const height = 60 + chart + 14 + lines.length * 17 + 8;
  const text = (kind: string, y: number, content: string) =>
    html`<text class="${kind}" x="${x}" y="${y}" direction="${words.language.direction}" text-anchor="start">${content}</text>
`;
  const drawing = stillCourse(series, words, {width: width - 2 * margin, height: chart});
  const placed = drawing.html.replace(
    "<svg ",
    `<svg overflow="visible" x="${margin}" y="50" width="${width - 2 * margin}" height="${chart}" `,
  );
  return html`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${words.language.tag}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title says">
<title id="title">${title}</title>
<desc id="says">${words.sentences([describeSeries(series, words), source])}</desc>
<style>${trusted(svgStyle)}</style>
<rect width="${width}" height="${height}" fill="#fffefc"/>
${text("title", 34, shorten(title, ofTitle))}${trusted(placed)}
${lines.map((line, place) => text("source", 60 + chart + 14 + place * 17, line))}</svg>
`.html;
}
