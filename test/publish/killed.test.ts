import {killAgainAndAgain} from "../long/kills/scene.ts";
import {publishing, restating} from "../long/kills/scenes.ts";
import {amount} from "../run/amounts.ts";

for (const scene of [publishing, restating]) {
  const ci = amount({few: 4, all: scene.kills.ci});
  killAgainAndAgain({...scene, kills: {...scene.kills, ci}});
}
