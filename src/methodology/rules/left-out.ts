import {daysOfMonth} from "../../base/period.ts";
import {clauses, country as countryOf, message, period, series, type Wording} from "../../base/words/message.ts";
import type {LeftOutPlace} from "../methodology.ts";
import type {Rule} from "./rule.ts";

/** Countries and networks of the routing table that a publisher leaves out of some months, with all who are in them. */
export const leftOut: Rule = {
  id: "left-out",
  label: message("verdict.left-out"),
  setting: "leftOut",
  explain: ({leftOut: places}) => (places.length === 0 ? "" : clauses(places.map(placeShown))),
  listings: ({leftOut: places}) =>
    places.map(({country, network, months}) => ({
      who: {group: {agent: null, country, network}},
      from: `${months[0]}-01`,
      until: daysOfMonth(months.at(-1)!).at(-1)!,
    })),
};

function placeShown({country, network, months}: LeftOutPlace): Wording {
  const parts = [...(country === null ? [] : [countryOf(country)]), ...(network === null ? [] : [network])];
  const [first, last] = [months[0]!, months.at(-1)!];
  return message("left-out-place", {
    place: series(parts),
    when: period(first === last ? first : `${first}..${last}`),
  });
}
