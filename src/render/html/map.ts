import type {Translator} from "../../base/words/translator.ts";
import type {LedgerPart} from "../../report/report.ts";
import {mapCaption} from "../charts/captions.ts";
import {drawReachMap} from "../charts/map.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {headingLink} from "./anchors.ts";

/** The map of cities that copies went to; the table of cities gives its figures. */
export function mapFigure({map}: LedgerPart, span: string, words: Translator): Markup {
  if (map === null) return noMarkup;
  const title = words.t("section.map");
  return html`<figure class="reach" id="map">
<h3>${headingLink("map", title)}</h3>
${drawReachMap(map, title, words)}
<figcaption>${mapCaption(map, span, words)}</figcaption>
</figure>
`;
}
