import {accountRoutes} from "./account/routes.ts";
import {assetRoutes} from "./assets.ts";
import {bookRoutes} from "./books/routes.ts";
import {jobRoutes} from "./jobs/routes.ts";
import {monthRoutes} from "./months/routes.ts";
import {peopleRoutes} from "./people/routes.ts";
import {publishRoutes} from "./publish/routes.ts";
import {reportRoutes} from "./report/routes.ts";
import {reviewRoutes} from "./review/routes.ts";
import type {DeskRoute} from "./route.ts";
import {settingsRoutes} from "./settings/routes.ts";
import {joinRoutes} from "./sign-in/join.ts";
import {secondRoutes} from "./sign-in/second.ts";
import {signInRoutes} from "./sign-in/sign-in.ts";
import {todayRoutes} from "./today/routes.ts";

/** All that can be asked of the desk, the first that fits before the others. One line a screen. */
export const deskRoutes: readonly DeskRoute[] = [
  ...assetRoutes,
  ...todayRoutes,
  ...jobRoutes,
  ...monthRoutes,
  ...bookRoutes,
  ...reviewRoutes,
  ...publishRoutes,
  ...settingsRoutes,
  ...reportRoutes,
  ...signInRoutes,
  ...secondRoutes,
  ...joinRoutes,
  ...accountRoutes,
  ...peopleRoutes,
];
