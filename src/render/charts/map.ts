import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom/worker";
import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {ReachedPlace, ReachMap} from "../../report/report.ts";
import {html, type Markup, trusted} from "../markup/html.ts";
import {largestRadius, mapSize, scaleOfMap} from "./map-scale.ts";
import {innerMarks} from "./svg.ts";
import {countriesWithin, loadCountries, loadRegions, type Part, regionsWithin} from "./world.ts";

/** How much of the earth is shown at least, so that one city is not a dot in an empty field; degrees. */
const leastSpan = 9;
/** From this on the whole round of the earth is shown. */
const wideSpan = 120;
/** Names stand at the largest; more would cover each other. */
const mostNamed = 12;

/**
 * Where the copies went, as an SVG: a dot a city, its area in step with its copies, over the outlines of countries.
 *
 * A city that did not get enough to count as reached is a ring. Colours are left to the page's style sheet. The same places give
 * the same bytes.
 */
export function drawReachMap(map: ReachMap, title: string, words: Translator): Markup {
  const drawing = plotReachMap(map);
  const scale = scaleOfMap(map, drawing).map(
    ({x, y, radius, copies}) =>
      html`<circle cx="${x}" cy="${y}" r="${radius}"/><text class="name" x="${x + radius + 4}" y="${y}" dy="0.32em">${words.number(copies)}</text>`,
  );
  return html`<svg class="map" viewBox="0 0 ${mapSize.width} ${mapSize.height}" role="img" aria-label="${describeMap(map, words)}"><title>${title}</title>${trusted(innerMarks(withHalos(drawing.cloneNode(true) as Element)))}<g class="scale" paint-order="stroke">${scale}</g></svg>`;
}

/** What a name covers is not drawn through it. */
function withHalos(drawing: Element): Element {
  for (const name of drawing.querySelectorAll("g.name")) name.setAttribute("paint-order", "stroke");
  return drawing;
}

/** The map as it is drawn: marks of the classes `land`, `regions`, `reached`, `small` and `name`, without colours. Whoever changes it takes a copy. */
export function plotReachMap(map: ReachMap): Element {
  const known = plotted.get(map);
  if (known !== undefined) return known;
  const drawing = plot(map);
  plotted.set(map, drawing);
  return drawing;
}

/** Page and PDF show the same map, and the coasts of the world take long. */
const plotted = new WeakMap<ReachMap, Element>();

function plot(map: ReachMap): Element {
  const {document} = parseHTML("<!doctype html><html></html>");
  const frame = frameOf(map.places);
  const radius = {type: "sqrt", domain: [0, map.places[0]!.copies], range: [0, largestRadius]} as const;
  return Plot.plot({
    document,
    ...mapSize,
    projection: {type: frame.isWide ? "equal-earth" : "mercator", domain: frame.domain, inset: 8},
    r: radius,
    marks: [
      Plot.geo(countriesIn(frame), {className: "land", strokeWidth: null}),
      ...(frame.isWide
        ? []
        : [
            Plot.geo(regionsWithin(loadRegions(), seenIn(frame)), {
              className: "regions",
              stroke: null,
              strokeWidth: null,
            }),
          ]),
      ...[true, false].map((isReached) =>
        Plot.dot(
          map.places.filter((place) => place.isReached === isReached),
          {x: "longitude", y: "latitude", r: "copies", className: isReached ? "reached" : "small", stroke: null},
        ),
      ),
      ...namedPlaces(map.places, frame).map((place) => nameMark(place, map.places[0]!.copies, frame)),
    ],
  });
}

function countriesIn(frame: Frame): ReturnType<typeof loadCountries> {
  return frame.isWide ? loadCountries("110m") : countriesWithin(loadCountries("50m"), seenIn(frame));
}

/**
 * What of the earth a map of a frame shows, and some more: the frame fits into the drawing with one of its sides.
 *
 * Degrees of latitude are stretched towards the poles as much as Mercator does it.
 */
export function seenIn({west, east, south, north}: Part): Part {
  if (west < -180 || east > 180) return {west: -180, east: 180, south: -90, north: 90};
  const radians = Math.PI / 180;
  const heightOf = (latitude: number): number =>
    Math.asinh(Math.tan(Math.min(Math.max(latitude, -85), 85) * radians)) / radians;
  const latitudeOf = (height: number): number => Math.atan(Math.sinh(height * radians)) / radians;
  const [low, high] = [heightOf(south), heightOf(north)];
  const ratio = mapSize.width / mapSize.height;
  // A tenth more than fits: the margins, and what is rounded.
  const halfWide = 0.55 * Math.max(east - west, (high - low) * ratio);
  const halfHigh = 0.55 * Math.max(high - low, (east - west) / ratio);
  const [across, up] = [(west + east) / 2, (low + high) / 2];
  const [left, right] = [across - halfWide, across + halfWide];
  // Beyond the line of dates the map goes on with the other side.
  const isRound = left < -180 || right > 180;
  return {
    ...(isRound ? {west: -180, east: 180} : {west: left, east: right}),
    ...{south: latitudeOf(up - halfHigh), north: latitudeOf(up + halfHigh)},
  };
}

interface Frame extends Part {
  readonly domain: {readonly type: "Sphere"} | {readonly type: "MultiPoint"; readonly coordinates: [number, number][]};
  readonly isWide: boolean;
}

/** The largest places whose names do not cover each other. */
function namedPlaces(places: readonly ReachedPlace[], frame: Frame): ReachedPlace[] {
  const [high, wide] = [(frame.north - frame.south) * 0.06, (frame.east - frame.west) * 0.2];
  const named: ReachedPlace[] = [];
  for (const place of places) {
    const isNear = named.some(({latitude, longitude}) => {
      return Math.abs(latitude - place.latitude) < high && Math.abs(longitude - place.longitude) < wide;
    });
    if (!isNear && named.length < mostNamed) named.push(place);
  }
  return named;
}

/** The name of a place beside its dot, on the side where there is room. */
function nameMark(place: ReachedPlace, mostCopies: number, {west, east}: Frame): Plot.Markish {
  const away = largestRadius * Math.sqrt(place.copies / mostCopies) + 4;
  const isEast = place.longitude > west + (east - west) * 0.8;
  return Plot.text([place], {
    ...{x: "longitude", y: "latitude", text: ({city}: ReachedPlace) => visible(city), className: "name"},
    ...(isEast ? {dx: -away, textAnchor: "end"} : {dx: away, textAnchor: "start"}),
  });
}

/** What of the earth has to be seen: every place, and some land around. */
function frameOf(places: readonly ReachedPlace[]): Frame {
  const [west, east] = spanOf(places.map(({longitude}) => longitude));
  const [south, north] = spanOf(places.map(({latitude}) => latitude));
  const isWide = east - west > wideSpan;
  const coordinates: [number, number][] = [
    [west, Math.max(south, -85)],
    [east, Math.min(north, 85)],
  ];
  return {west, east, south, north, domain: isWide ? {type: "Sphere"} : {type: "MultiPoint", coordinates}, isWide};
}

function spanOf(degrees: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...degrees), Math.max(...degrees)];
  const around = Math.max((leastSpan - (most - least)) / 2, (most - least) * 0.08);
  return [least - around, most + around];
}

/** What the map shows, for those who cannot see it. */
export function describeMap({places, smallestCity}: ReachMap, words: Translator): string {
  const reached = places.filter(({isReached}) => isReached);
  const most = places.slice(0, 3).map(({city, copies}) => {
    return words.t("name-and-number", {name: city, number: words.number(copies)});
  });
  return words.t("map-shows", {
    ...{cities: reached.length, copies: smallestCity, smaller: places.length - reached.length},
    most: words.series(most),
  });
}
