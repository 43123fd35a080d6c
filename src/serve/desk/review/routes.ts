import type {DeskRoute} from "../route.ts";
import {clientPage} from "./client-page.ts";
import {closePage, closeRoute} from "./close.ts";
import {decideGroupRoute, decideRoute, undoGroupRoute, undoRoute} from "./decide.ts";
import {groupPage} from "./group-page.ts";
import {lookRoute, monthsPage} from "./months-page.ts";
import {surveyPage} from "./survey-page.ts";

/** The review: doubtful clients, and what is decided about them. */
export const reviewRoutes: readonly DeskRoute[] = [
  monthsPage,
  lookRoute,
  surveyPage,
  closePage,
  closeRoute,
  clientPage,
  decideRoute,
  undoRoute,
  undoGroupRoute,
  groupPage,
  decideGroupRoute,
];
