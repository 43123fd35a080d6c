import {killAgainAndAgain} from "./scene.ts";
import {closing, dropping, ingesting} from "./scenes.ts";

killAgainAndAgain(ingesting);
killAgainAndAgain(closing);
killAgainAndAgain(dropping);
