import type {ReachMap} from "../../report/report.ts";

/** How large a map is drawn, in pixels. */
export const mapSize = {width: 640, height: 400};
/** The radius of the dot of the most copies, in pixels. */
export const largestRadius = 16;

/** Fewer places are told better by the table of cities than by dots in an empty field. */
const leastPlaces = 6;

/** Does a map of the places say more than their table? */
export function isWorthMap(map: ReachMap | null): map is ReachMap {
  return map !== null && map.places.length >= leastPlaces;
}

/** A circle of the scale: where it stands, and how many copies a dot of its size is. Pixels. */
export interface ScaleCircle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly copies: number;
}

/** Of the most copies of a city, how large a part each circle of the scale is at most. */
const parts = [1, 1 / 5, 1 / 25];
/** Smaller circles are not told apart. */
const leastRadius = 2;
/** Room for the number beside a circle, and between the scale and the edge. */
const [numberWidth, edge] = [52, 12];

/**
 * How many copies are dots of the map? Two or three circles of round numbers in a row, in the corner where the fewest dots are.
 *
 * @param drawing The map as it is drawn: its dots are its circles.
 */
export function scaleOfMap({places}: ReachMap, drawing: Element): ScaleCircle[] {
  const most = places[0]!.copies;
  const sizes = [...new Set(parts.map((part) => roundBelow(most * part)))].flatMap((copies) => {
    const radius = Math.round(largestRadius * Math.sqrt(copies / most) * 10) / 10;
    return copies < 1 || radius < leastRadius ? [] : [{copies, radius}];
  });
  const width = sizes.reduce((sum, {radius}) => sum + 2 * radius + numberWidth, 0);
  const [left, y] = emptiestCorner(drawing, width);
  return sizes.map(({copies, radius}, i) => {
    const before = sizes.slice(0, i).reduce((sum, one) => sum + 2 * one.radius + numberWidth, 0);
    return {x: Math.round(left + before + radius), y, radius, copies};
  });
}

/** The largest of 1, 2 and 5 and their tenfold that is no larger; 0 below 1. */
function roundBelow(value: number): number {
  if (value < 1) return 0;
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * (value >= 5 * unit ? 5 : value >= 2 * unit ? 2 : 1);
}

function emptiestCorner(drawing: Element, width: number): [left: number, y: number] {
  const dots = [...drawing.querySelectorAll("circle")].map((dot) => [
    Number(dot.getAttribute("cx")),
    Number(dot.getAttribute("cy")),
  ]);
  const [right, bottom] = [mapSize.width - width - edge, mapSize.height - largestRadius - edge];
  const corners: [number, number][] = [
    [edge, bottom],
    [right, bottom],
    [edge, largestRadius + edge],
    [right, largestRadius + edge],
  ];
  // What lies within the height of a name around the corner would cover it.
  const covered = ([left, y]: [number, number]): number =>
    dots.filter(([x = 0, at = 0]) => x > left - 60 && x < left + width + 60 && Math.abs(at - y) < 3 * largestRadius)
      .length;
  return corners.toSorted((one, other) => covered(one) - covered(other))[0]!;
}
