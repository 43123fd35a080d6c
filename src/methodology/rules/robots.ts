import {isRobot, robotListVersions} from "../robots.ts";
import type {Rule} from "../rule.ts";

/**
 * Programs that fetch documents by themselves: those that say so, those that say nothing at all, and those that ask
 * for /robots.txt, which no person's browser does.
 */
export const robots: Rule = {
  id: "robots",
  label: "Robots",
  explain: ({robots: {lists}}) =>
    robotListVersions(lists)
      .map(({name, version}) => `${name} ${version}`)
      .join(", "),
  fitsAgent: (agent, {robots: {lists}}) => agent.trim() === "" || agent === "-" || isRobot(agent, lists),
  tellingPath: ({robots: {askedForRobotsTxt}}) => (askedForRobotsTxt ? "/robots.txt" : null),
};
