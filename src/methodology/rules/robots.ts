import {message, series} from "../../base/words/message.ts";
import {isRobot, robotListVersions} from "../robots/match.ts";
import type {Rule} from "./rule.ts";

/**
 * Programs that fetch documents by themselves: those that say so, those that say nothing at all, those whose operators
 * publish their addresses, and those that ask for /robots.txt, which no person's browser does.
 */
export const robotsRule: Rule = {
  id: "robots",
  label: message("verdict.robots"),
  setting: "robots",
  // Without a list there may be signs left by which somebody is a robot.
  explain: ({robots: {lists, askedForRobotsTxt, nominated, withoutAgent}}) => {
    if (lists.length > 0) return series(robotListVersions(lists).map(({name, version}) => `${name} ${version}`));
    const signs = [
      ...(withoutAgent ? [message("robot-without-agent")] : []),
      ...(askedForRobotsTxt ? [message("robot-sign-robots-txt")] : []),
      ...(nominated ? [message("robot-nominated")] : []),
    ];
    return series(signs.length > 0 ? signs : [message("robot-no-sign")]);
  },
  fitsAgent: (agent, {robots: {lists, withoutAgent}}) =>
    agent.trim() === "" || agent === "-" ? withoutAgent : isRobot(agent, lists),
  listings: ({robots: {lists}}) =>
    lists.flatMap(({networks}) => networks.map((client) => ({who: {client}, from: null, until: null}))),
  markerPath: ({robots: {askedForRobotsTxt}}) => (askedForRobotsTxt ? "/robots.txt" : null),
};
