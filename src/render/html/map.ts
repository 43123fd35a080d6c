import type {Translator} from "../../base/words/translator.ts";
import type {LedgerPart} from "../../report/report.ts";
import {drawReachMap} from "../charts/map.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";

/** The map of cities that copies went to; the table of cities gives its figures. */
export function mapFigure({map}: LedgerPart, span: string, words: Translator): Markup {
  if (map === null) return noMarkup;
  const {places, unplaced, unplacedCopies, smallestCity} = map;
  const hasSmall = places.some(({isReached}) => !isReached);
  const title = words.t("section.map");
  const caption = words.sentences([
    words.t("map-caption", {span}),
    ...(hasSmall ? [words.t("map-rings", {copies: smallestCity})] : []),
    ...(unplaced.length === 0
      ? []
      : [words.t("not-on-the-map", {cities: words.series(unplaced), copies: unplacedCopies})]),
    words.t("map-outlines", {source: "Natural Earth"}),
  ]);
  return html`<figure class="reach">
<h3>${title}</h3>
${drawReachMap(map, title, words)}
<figcaption>${caption}</figcaption>
</figure>
`;
}
