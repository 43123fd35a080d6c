import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom/worker";
import {describe, expect, test} from "vitest";
import {plotReachMap} from "../../src/render/charts/map.ts";
import {mapSize} from "../../src/render/charts/map-scale.ts";
import {loadCountries} from "../../src/render/charts/world.ts";

/** Corners of what has to be seen: the whole number of degrees keeps each map's frame as it is given. */
const parts = [
  {where: "the north of the Atlantic", corners: [-74, 2, 40, 61]},
  {where: "one island", corners: [-7, -2, 50, 58]},
  {where: "a land from north to south", corners: [-72, -70, -54, -18]},
  {where: "the far north", corners: [15, 32, 68, 79]},
  {where: "the line of dates", corners: [165, 174, -45, -36]},
  {where: "what lies around the line where degrees begin", corners: [-20, 75, -35, 40]},
] as const;

describe("The map of cities", () => {
  test.each(parts)("has every coast of $where that a map of the whole world has there", ({corners}) => {
    const [west, east, south, north] = corners;
    const places = [
      {city: "A", region: "", country: "", copies: 900, isReached: true, longitude: west, latitude: south},
      {city: "B", region: "", country: "", copies: 400, isReached: false, longitude: east, latitude: north},
    ];
    expect(landOf(plotReachMap({places, smallestCity: 500, unplaced: [], unplacedCopies: 0}))).toEqual(
      landOf(wholeWorld(west, east, south, north)),
    );
  });
});

/** As the map is drawn where no country is left out. */
function wholeWorld(west: number, east: number, south: number, north: number): Element {
  const span = (least: number, most: number): [number, number] => {
    const around = Math.max((9 - (most - least)) / 2, (most - least) * 0.08);
    return [least - around, most + around];
  };
  const [[left, right], [low, high]] = [span(west, east), span(south, north)];
  const coordinates = [
    [left, Math.max(low, -85)],
    [right, Math.min(high, 85)],
  ];
  return Plot.plot({
    document: parseHTML("<!doctype html><html></html>").document,
    ...mapSize,
    projection: {type: "mercator", domain: {type: "MultiPoint", coordinates} as never, inset: 8},
    marks: [Plot.geo(loadCountries("50m"), {className: "land", strokeWidth: null})],
  });
}

function landOf(drawing: Element): string[] {
  const land = [...drawing.querySelectorAll("g.land path")].map((path) => path.getAttribute("d") ?? "");
  expect(land.filter((path) => path !== "").length).toBeGreaterThan(0);
  return land;
}
