import {isRobot, robotListVersions} from "../robots.ts";
import type {Rule} from "../rule.ts";

/**
 * Programs that fetch documents by themselves: those that say so, those that say nothing at all, those whose operators
 * publish their addresses, and those that ask for /robots.txt, which no person's browser does.
 */
export const robots: Rule = {
  id: "robots",
  label: "Robots",
  explain: ({robots: {lists}}) =>
    robotListVersions(lists)
      .map(({name, version}) => `${name} ${version}`)
      .join(", "),
  fitsAgent: (agent, {robots: {lists}}) => agent.trim() === "" || agent === "-" || isRobot(agent, lists),
  listings: ({robots: {lists}}) =>
    lists.flatMap(({networks}) => networks.map((client) => ({who: {client}, from: null, until: null}))),
  tellingPath: ({robots: {askedForRobotsTxt}}) => (askedForRobotsTxt ? "/robots.txt" : null),
};
