import type {Report} from "../../report/report.ts";
import {headlineOf} from "../content/headline.ts";
import {wordsOf} from "../content/report-words.ts";
import {escapeHtml} from "../markup/html.ts";
import {shorten, wrap} from "../text/wrap.ts";
import {inDirection, lettersIn, shownText, textAt} from "./text.ts";

/** A picture for a post, and what it shows in words, for those who cannot see it. */
export interface Picture {
  readonly svg: string;
  readonly title: string;
  /** Untrusted text. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** What networks show of a page or a post without cutting it. */
const size = {width: 1200, height: 675};
const margin = 56;
const room = size.width - 2 * margin;

/** Letters; the publication may have any name. */
const mostInCaption = 500;

/** How a picture is drawn, for which page it is meant. */
export interface PictureLook {
  readonly isDark: boolean;
  /** Pixels from side to side; what is drawn grows with it. */
  readonly width: number;
}

/** Dark on light, as wide as networks show a picture. */
export const usualLook: PictureLook = {isDark: false, width: size.width};

const light = {paper: "#fffefc", ink: "#1b1a18", soft: "#5c5955", hair: "#cfcac2", accent: "#1f5c8f", part: "#c6d8e8"};
const dark = {paper: "#191817", ink: "#ece9e4", soft: "#aca79f", hair: "#4a4743", accent: "#7fb2dc", part: "#2f4a61"};

function styleOf({ink, soft, hair, accent, part}: typeof light): string {
  return `
text { fill: ${ink}; font-family: "Broadsheet Sans", "Broadsheet Han", "Broadsheet Hant", "Broadsheet Arabic", "Source Sans 3", "Noto Sans SC", sans-serif; }
.serif { font-family: "Broadsheet Serif", "Broadsheet Han", "Broadsheet Hant", "Broadsheet Arabic", "Libertinus Serif", "Noto Sans SC", serif; font-weight: 600; }
.soft { fill: ${soft}; }
.strong { font-weight: 600; }
.hair { stroke: ${hair}; stroke-width: 1; }
.ink { stroke: ${ink}; stroke-width: 1.5; }
.chart { font-size: 11px; text-anchor: middle; }
.chart .bar { fill: ${accent}; }
.chart .part { fill: ${part}; stroke: ${accent}; stroke-dasharray: 3 2; }
.chart .told { fill: none; stroke: ${accent}; }
.chart .base { stroke: ${ink}; }
.chart .tick text, .chart .scale text { fill: ${soft}; }
.chart .grid { stroke: ${hair}; stroke-width: 0.5; }
`;
}

/** How what is drawn by `src/render/charts` looks in a picture for paper. */
export const pictureStyle = styleOf(light);

/** What is drawn in a card, and how high it came out. */
export interface Drawing {
  readonly svg: string;
  readonly height: number;
}

/**
 * The card around a drawing: whose report it is, what is drawn, and below it source and period.
 *
 * It is 1200 by 675 pixels; higher only where the drawing is.
 *
 * @param draw Is told the room that it has.
 */
export function drawCard(
  report: Report,
  {title, alt, caption}: {readonly title: string; readonly alt: string; readonly caption: string},
  draw: (room: {readonly width: number; readonly height: number}) => Drawing,
  {isDark, width}: PictureLook = usualLook,
): Picture {
  const colours = isDark ? dark : light;
  const words = wordsOf(report);
  const isFromRight = words.language.direction === "rtl";
  const side = {x: isFromRight ? size.width - margin : margin, anchor: isFromRight ? "end" : "start"} as const;
  const fit = (text: string, px: number) => shorten(shownText(text), lettersIn(room, px));
  const heading = headlineOf(report);
  const captions = wrap(shorten(shownText(caption), mostInCaption), lettersIn(room, 19));
  const drawn = draw({width: room, height: size.height - 176 - 48 - captions.length * 27});
  const top = 158;
  const captionTop = Math.max(size.height - 34 - (captions.length - 1) * 27, top + drawn.height + 52);
  const height = Math.ceil(captionTop + (captions.length - 1) * 27 + 34);
  const line = (text: string, y: number, px: number, look: string) =>
    textAt(inDirection(text, isFromRight), {...side, y, px, look});
  const parts = [
    `<rect width="${size.width}" height="${height}" fill="${colours.paper}"/>`,
    line(fit(heading, 24), 66, 24, "soft"),
    line(fit(title, 46), 122, 46, "serif"),
    `<g transform="translate(${margin} ${top})">${drawn.svg}</g>`,
    ...captions.map((text, i) => line(text, captionTop + i * 27, 19, "soft")),
  ];
  const shownHeight = Math.round((height * width) / size.width);
  const described = `<title>${escapeHtml(title)}</title><desc>${escapeHtml(alt)}</desc>`;
  const language = `xml:lang="${words.language.tag}"`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" ${language} width="${width}" height="${shownHeight}" viewBox="0 0 ${size.width} ${height}" role="img">`;
  return {
    svg: `${open}${described}<style>${styleOf(colours)}</style>\n${parts.join("\n")}\n</svg>\n`,
    title,
    alt,
    width,
    height: shownHeight,
  };
}
