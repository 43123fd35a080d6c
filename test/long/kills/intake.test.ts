import {killAgainAndAgain} from "./scene.ts";
import {closing, ingesting} from "./scenes.ts";

killAgainAndAgain(ingesting);
killAgainAndAgain(closing);
