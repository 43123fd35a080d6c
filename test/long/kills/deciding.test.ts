import {killAgainAndAgain} from "./scene.ts";
import {deciding, importing} from "./scenes.ts";

for (const scene of [deciding, importing]) killAgainAndAgain(scene);
