import {ImageRun} from "docx";
import type {Drawn} from "../pdf/document.ts";
import {renderPng} from "../pictures/png.ts";
import type {WordPage} from "./page.ts";
import {legal, possible} from "./runs.ts";
import {colors} from "./styles.ts";

/** Of what is drawn in a cell, in points. */
const size = {width: 50, height: 9};
/** Pixels of a picture to the point on paper. */
const sharpness = 4;

/** What is drawn beside figures in a cell, as a picture. */
export async function drawnPicture(drawn: Drawn, alt: string, page: WordPage): Promise<ImageRun> {
  const flip = page.isRtl ? `transform="translate(${size.width} 0) scale(-1 1)"` : "";
  return pictureOf({svg: `<g ${flip}>${marksOf(drawn)}</g>`, ...size, title: alt, alt}, page);
}

/** A drawing as it stands on the page. */
export interface WordDrawing {
  /** What stands within the SVG, whose user unit is `unit` points. */
  readonly svg: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly unit?: number;
  readonly title: string;
  /** Untrusted text. */
  readonly alt: string;
}

/** A PNG of the drawing, with its alternative text. */
export async function pictureOf(
  {svg, width, height, unit = 1, title, alt}: WordDrawing,
  page: WordPage,
): Promise<ImageRun> {
  const [wide, high] = [Math.round(width * sharpness), Math.round(height * sharpness)];
  const box = `0 0 ${round(width / unit)} ${round(height / unit)}`;
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${box}">${possible(svg)}</svg>`;
  const data = await renderPng({svg: whole, title, alt, width: wide, height: high});
  const id = page.nextPicture();
  return new ImageRun({
    type: "png",
    data,
    // In pixels, of which 96 are an inch.
    transformation: {width: (width * 4) / 3, height: (height * 4) / 3},
    altText: {id: String(id), name: `picture ${id}`, title: legal(title), description: legal(alt)},
  });
}

function marksOf(drawn: Drawn): string {
  const {width, height} = size;
  const bar = (from: number, to: number) =>
    `<rect x="${round(from * width)}" y="2.5" width="${round(Math.max(1, (to - from) * width))}" height="4" fill="#${colors.pale}"/>`;
  const mark = (at: number) =>
    `<rect x="${round(at * (width - 1.4))}" y="1.3" width="1.4" height="6.4" fill="#${colors.accent}"/>`;
  switch (drawn.kind) {
    case "course":
      return course(drawn.points);
    case "share":
      return bar(0, drawn.part);
    case "range":
      return `<path d="M0 4.5H${width}" stroke="#${colors.line}" stroke-width="0.5"/>${bar(drawn.low, drawn.high)}${mark(drawn.at)}`;
    case "plan":
      return `${bar(0, drawn.latest)}${mark(drawn.target)}`;
  }
  function course(points: readonly (number | null)[]): string {
    const last = points.findLastIndex((point) => point !== null);
    if (last < 0) return "";
    const x = (i: number) => round(2 + (i / Math.max(1, points.length - 1)) * (width - 4));
    const y = (part: number) => round(2 + (1 - part) * (height - 4));
    const path = points
      .map((point, i) => {
        if (point === null) return "";
        // A value between two gaps is a line of no length with round ends.
        return (points[i - 1] ?? null) === null ? `M${x(i)} ${y(point)}h0` : `L${x(i)} ${y(point)}`;
      })
      .join("");
    const look = `fill="none" stroke="#${colors.accent}" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"`;
    return `<path d="${path}" ${look}/><circle cx="${x(last)}" cy="${y(points[last]!)}" r="1.6" fill="#${colors.accent}"/>`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
