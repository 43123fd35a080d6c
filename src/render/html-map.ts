import {plural} from "../base/text.ts";
import type {LedgerPart} from "../report/report.ts";
import {html, type Markup, nothing} from "./markup.ts";
import {drawReachMap} from "./reach-map.ts";

const title = "Where the copies went";

/** The map of cities that copies went to; the table of cities gives its figures. */
export function mapFigure({map}: LedgerPart, span: string): Markup {
  if (map === null) return nothing;
  const {places, unplaced, unplacedCopies, smallestCity} = map;
  const hasSmall = places.some(({isReached}) => !isReached);
  const rings = hasSmall ? ` A ring got fewer than ${plural(smallestCity, "copy", "copies")}.` : "";
  const missing =
    unplaced.length === 0
      ? ""
      : ` Not on the map: ${unplaced.join(", ")} (${plural(unplacedCopies, "copy", "copies")}).`;
  return html`<figure class="reach">
<h3>${title}</h3>
${drawReachMap(map, title)}
<figcaption>${span}. A dot is a city, its area in step with its copies.${rings}${missing} Outlines: Natural Earth.</figcaption>
</figure>
`;
}
