import type {Translator} from "../../../base/words/translator.ts";
import {part} from "../../../publish/site/pages/frame.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import type {FigureChoice} from "./query.ts";

/** How the figure is put on a page of one's own: as a picture, or as a page within the page. */
export function embedPart({series}: FigureChoice, words: Translator): Markup {
  const base = `../embed/${series.slug}`;
  return part(
    words.t("site-put-elsewhere"),
    html`<p>${words.t("site-put-elsewhere-means")}</p>
<ul>
<li><a href="${base}/chart.svg">SVG</a></li>
<li><a href="${base}/">HTML</a></li>
</ul>
`,
    "embed",
  );
}
