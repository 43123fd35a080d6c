import {assetRoutes} from "./assets.ts";
import {bookRoutes} from "./books/routes.ts";
import {reportRoutes} from "./report/routes.ts";
import {reviewRoutes} from "./review/routes.ts";
import type {DeskRoute} from "./route.ts";
import {settingsRoutes} from "./settings/routes.ts";

/** All that can be asked of the desk, the first that fits before the others. One line a screen. */
export const deskRoutes: readonly DeskRoute[] = [
  ...assetRoutes,
  ...bookRoutes,
  ...reviewRoutes,
  ...settingsRoutes,
  ...reportRoutes,
];
