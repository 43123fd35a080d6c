import {killAgainAndAgain} from "./scene.ts";
import {publishing, restating} from "./scenes.ts";

killAgainAndAgain(publishing);
killAgainAndAgain(restating);
