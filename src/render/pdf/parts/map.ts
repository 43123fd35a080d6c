import type {ReachMap, Report} from "../../../report/report.ts";
import {mapCaption} from "../../charts/captions.ts";
import {describeMap, plotReachMap} from "../../charts/map.ts";
import {mapSize, scaleOfMap} from "../../charts/map-scale.ts";
import {printedSpan} from "../../content/months.ts";
import {wordsOf} from "../../content/report-words.ts";
import type {PdfMap} from "../document.ts";
import {rounded} from "./figures.ts";

const looks: Readonly<Record<string, string>> = {
  land: 'fill="#e9e6e0" stroke="#c4beb4" stroke-width="0.6"',
  regions: 'fill="none" stroke="#c4beb4" stroke-width="0.4"',
  reached: 'fill="#1f4f7a" fill-opacity="0.75"',
  small: 'fill="none" stroke="#1f4f7a" stroke-width="1.3"',
};

const scaleLook = 'fill="none" stroke="#57534e" stroke-width="0.8"';

/**
 * The map of cities: outlines and dots as a picture, names as text, which is set in our fonts.
 *
 * Only shapes go into the picture; no text of the books does.
 */
export function setMap(map: ReachMap, report: Report): PdfMap {
  const words = wordsOf(report);
  const drawing = plotReachMap(map);
  const {width, height} = mapSize;
  const shapes = Object.entries(looks).map(([name, look]) => {
    const groups = [...drawing.querySelectorAll(`g.${name}`)];
    return `<g ${look}>${groups.flatMap((group) => [...group.querySelectorAll("path[d], circle")].map(shapeOf)).join("")}</g>`;
  });
  const scale = scaleOfMap(map, drawing);
  const circles = scale.map(({x, y, radius}) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`).join("");
  const numbers = scale.map(({x, y, radius, copies}) => {
    return {text: words.number(copies), x: rounded((x + radius + 4) / width), y: rounded(y / height), isBefore: false};
  });
  const names = [...drawing.querySelectorAll("g.name")].flatMap((group) => {
    const text = group.querySelector("text");
    if (!text) return [];
    const [x, y] = placeOf(group, text);
    return [
      {text: text.textContent ?? "", x: rounded(x / width), y: rounded(y / height), isBefore: isBefore(group, text)},
    ];
  });
  const span = printedSpan(
    report.columns.map(({period}) => period),
    words,
  );
  return {
    kind: "map",
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${shapes.join("")}<g ${scaleLook}>${circles}</g></svg>`,
    ratio: height / width,
    alt: describeMap(map, words),
    names: [...names, ...numbers],
    caption: mapCaption(map, span, words),
  };
}

function shapeOf(shape: Element): string {
  const kept = ["d", "cx", "cy", "r"].flatMap((name) => {
    const value = shape.getAttribute(name);
    return value === null
      ? []
      : [
          `${name}="${value.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10)).replace(/[^\w\s.,+-]/g, "")}"`,
        ];
  });
  return `<${shape.tagName.toLowerCase()} ${kept.join(" ")}/>`;
}

/** What Plot writes as `translate(x,y)` of the text and of its group. */
function placeOf(...elements: readonly Element[]): [number, number] {
  const all = elements.map((element) => {
    const [, x = "0", y = "0"] =
      /translate\((-?[\d.]+),\s*(-?[\d.]+)\)/.exec(element.getAttribute("transform") ?? "") ?? [];
    return [Number(x), Number(y)] as const;
  });
  return [all.reduce((sum, [x]) => sum + x, 0), all.reduce((sum, [, y]) => sum + y, 0)];
}

function isBefore(...elements: readonly Element[]): boolean {
  return elements.some((element) => element.getAttribute("text-anchor") === "end");
}
