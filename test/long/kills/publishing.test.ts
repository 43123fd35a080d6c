import {killAgainAndAgain} from "./scene.ts";
import {deciding, importing, publishing, restating} from "./scenes.ts";

for (const scene of [publishing, deciding, restating, importing]) killAgainAndAgain(scene);
