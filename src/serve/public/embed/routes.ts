import {z} from "zod";
import {policyOfStyle, sitePolicy} from "../../../publish/site/pages/style.ts";
import {nameShape} from "../api/shapes.ts";
import {type AskedOf, defineRoute} from "../route.ts";
import type {ServedSite} from "../served-site.ts";
import {type EditionFigure, type EmbedRequest, editionFigure, embedQuery} from "./edition-figure.ts";
import {embeddedPage} from "./page.ts";
import {figureSvg, svgStyle} from "./svg.ts";

const svgPolicy = policyOfStyle(svgStyle);

/** What both take, and how both answer: with a figure of an edition, drawn. */
function embedding(type: string, policy: string, draw: (site: ServedSite, figure: EditionFigure) => string) {
  return {
    kind: "picture",
    who: "everybody",
    params: z.object({figure: nameShape}),
    query: z.object(embedQuery),
    answer: null,
    carryOut: ({site, params, query}: AskedOf<{figure: string}, EmbedRequest>) => {
      const figure = editionFigure(site, params.figure, query);
      if (figure === null) return null;
      return {kind: "made", type: `${type}; charset=utf-8`, body: draw(site, figure), policy, isOpen: true} as const;
    },
  } as const;
}

/** A figure as a picture. */
export const embedSvgRoute = defineRoute({
  ...{id: "embedSvg", path: "/embed/:figure/chart.svg"},
  purpose: "a figure as a picture for pages of others, with the edition that it is of: `edition`, else the newest",
  ...embedding("image/svg+xml", svgPolicy, ({words}, figure) => figureSvg(figure, words)),
});

/** A figure as a page within a page. */
export const embedPageRoute = defineRoute({
  ...{id: "embedPage", path: "/embed/:figure/"},
  purpose: "the same as a page of its own, which pages of others may show in a frame",
  ...embedding("text/html", sitePolicy, embeddedPage),
});
