import {aboutRoutes} from "./about/routes.ts";
import {memberRoutes} from "./account/routes.ts";
import {forumAssetRoutes} from "./assets.ts";
import {findRoutes} from "./find/routes.ts";
import {moderationRoutes} from "./moderation/routes.ts";
import {memberListRoutes} from "./people/routes.ts";
import type {ForumRoute} from "./route.ts";
import {memberJoinRoutes} from "./sign-in/join.ts";
import {knockRoutes} from "./sign-in/knock.ts";
import {memberSecondRoutes} from "./sign-in/second.ts";
import {memberSignInRoutes} from "./sign-in/sign-in.ts";
import {threadRoutes} from "./threads/routes.ts";
import {writingRoutes} from "./writing/routes.ts";

/** All that can be asked of the forum, the first that fits before the others. One line a part. */
export const forumRoutes: readonly ForumRoute[] = [
  ...forumAssetRoutes,
  ...findRoutes,
  ...aboutRoutes,
  ...writingRoutes,
  ...moderationRoutes,
  ...memberSignInRoutes,
  ...memberSecondRoutes,
  ...memberJoinRoutes,
  ...knockRoutes,
  ...memberRoutes,
  ...memberListRoutes,
  ...threadRoutes,
];
