import {editionRoute, editionsRoute} from "./api/editions.ts";
import {errataRoute, erratumRoute} from "./api/errata.ts";
import {figureRoute, figuresRoute, vintagesRoute} from "./api/figures.ts";
import {methodologiesRoute, methodologyRoute} from "./api/methodology.ts";
import {overviewRoute} from "./api/overview.ts";
import {tableRoute, tablesRoute} from "./api/tables.ts";
import {archiveRoute} from "./archive.ts";
import {embedPageRoute, embedSvgRoute} from "./embed/routes.ts";
import {exploreRoute} from "./explore/route.ts";
import {exploreTablesRoute} from "./explore/tables/route.ts";
import {openApiRoute} from "./openapi.ts";
import type {Route} from "./route.ts";

const api: readonly Route[] = [
  overviewRoute,
  figuresRoute,
  figureRoute,
  vintagesRoute,
  tablesRoute,
  tableRoute,
  editionsRoute,
  editionRoute,
  errataRoute,
  erratumRoute,
  methodologiesRoute,
  methodologyRoute,
];

/** All that can be asked for, the first that fits before the others. */
export const publicRoutes: readonly Route[] = [
  ...api,
  openApiRoute(api),
  exploreRoute,
  exploreTablesRoute,
  embedSvgRoute,
  embedPageRoute,
  archiveRoute,
];
