import type {Words} from "../../base/words/words.ts";
import type {LedgerPart} from "../../report/report.ts";
import {drawReachMap} from "../charts/map.ts";
import {html, type Markup, nothing} from "../markup/html.ts";

/** The map of cities that copies went to; the table of cities gives its figures. */
export function mapFigure({map}: LedgerPart, span: string, words: Words): Markup {
  if (map === null) return nothing;
  const {places, unplaced, unplacedCopies, smallestCity} = map;
  const hasSmall = places.some(({isReached}) => !isReached);
  const title = words.say("section.map");
  const caption = words.sentences([
    words.say("map-caption", {span}),
    ...(hasSmall ? [words.say("map-rings", {copies: smallestCity})] : []),
    ...(unplaced.length === 0
      ? []
      : [words.say("not-on-the-map", {cities: words.series(unplaced), copies: unplacedCopies})]),
    words.say("map-outlines", {source: "Natural Earth"}),
  ]);
  return html`<figure class="reach">
<h3>${title}</h3>
${drawReachMap(map, title, words)}
<figcaption>${caption}</figcaption>
</figure>
`;
}
