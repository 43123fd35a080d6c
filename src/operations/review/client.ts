import {groupText} from "../../methodology/decisions/group.ts";
import type {Doubt} from "../../methodology/suspects/find.ts";
import type {Taken, TakenInSpan, Traits} from "../../methodology/suspects/profile.ts";
import {signals} from "../../methodology/suspects/signals.ts";
import type {Wave} from "../../methodology/suspects/waves.ts";
import {type ClientSpan, noCounts, type ReviewedClient, type ReviewWave} from "../../report/review.ts";
import type {Surroundings} from "./client-names.ts";
import {blacklistEntry} from "./decided.ts";

/** What was found of a doubtful client. */
export interface FoundClient {
  readonly client: string;
  /** Null where nobody knows it. */
  readonly name: string | null;
  readonly doubts: readonly Doubt[];
  readonly traits: Traits;
  /** What counts now; null where nobody has decided about any client, so that it is what the rules say. */
  readonly now: readonly TakenInSpan[] | null;
}

/** A doubtful client as it is shown. */
export function reviewedClient(
  {client, name, doubts, traits, now}: FoundClient,
  known: {
    readonly agents: readonly string[];
    readonly surroundings: Surroundings;
    readonly decision: ReviewedClient["decision"];
  },
): ReviewedClient {
  const nowhere = {owner: null, country: null};
  return {
    entry: blacklistEntry(client, name),
    ...(name === null ? nowhere : known.surroundings.of(name)),
    reverseName: null,
    listed: doubts.map(({month, isOverLimit, grounds: own, wave}) => ({
      month,
      isOverLimit,
      grounds: own.map(({id, found}) => ({id, label: signals[id].label, found})),
      wave: wave && waveOf(wave),
    })),
    spans: traits.spans.map((span) => clientSpan(span, now)),
    agents: traits.agents.map(([agent, documents]) => ({agent: known.agents[agent] ?? null, documents})),
    agentCount: traits.agentCount,
    documents: traits.documents.map(([document, documents]) => ({document, documents})),
    hours: traits.hours,
    decision: known.decision,
  };
}

/** An entry that says a wave may leave out so many others for each of its clients. */
const mostOthers = 0.05;

function waveOf({likeness, agent, place, month, from, until, clients, othersShare, reach}: Wave): ReviewWave {
  const id = [month, likeness, agent, place, likeness.endsWith("day") ? from : ""]
    .filter((part) => part !== null && part !== "")
    .join(" ");
  const isNetwork = likeness.endsWith("network");
  const country = isNetwork || place === "" ? null : place;
  const network = isNetwork ? place : null;
  const number = network?.split(" ")[0] ?? null;
  const group = {agent: agent === null ? null : {text: agent, isWhole: true}, country, network: number};
  const entry = reach !== null && reach - clients <= clients * mostOthers ? groupText(group) : null;
  const said = {likeness, agent, country, network, from, until, clients, othersShare};
  return {id, ...said, entry, reach: entry === null ? null : reach};
}

function clientSpan({span, asReader, counted, differentDocuments}: TakenInSpan, now: FoundClient["now"]): ClientSpan {
  const present: Taken = now === null ? counted : (now.find((one) => one.span === span)?.counted ?? noCounts);
  return {span, differentDocuments, now: present, asRuled: counted, asReader};
}
