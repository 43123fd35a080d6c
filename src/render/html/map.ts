import type {Translator} from "../../base/words/translator.ts";
import type {LedgerPart} from "../../report/report.ts";
import {mapCaption} from "../charts/captions.ts";
import {drawReachMap} from "../charts/map.ts";
import {isWorthMap} from "../charts/map-scale.ts";
import {html} from "../markup/html.ts";
import {headingLink} from "./anchors.ts";
import type {TablePart} from "./beside.ts";

/** The map of cities that copies went to; the table of cities gives its figures. */
export function mapPart({map}: LedgerPart, span: string, words: Translator): TablePart[] {
  if (!isWorthMap(map)) return [];
  const title = words.t("section.map");
  const content = html`<h3>${headingLink("map", title)}</h3>
<figure>
${drawReachMap(map, title, words)}
<figcaption>${mapCaption(map, span, words)}</figcaption>
</figure>
`;
  return [{id: "map", classes: ["table", "whole"], content}];
}
