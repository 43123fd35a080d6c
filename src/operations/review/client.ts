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

function waveOf({likeness, agent, country, month, from, until, clients, othersShare}: Wave): ReviewWave {
  const id = [month, likeness, agent ?? country, likeness.endsWith("day") ? from : ""]
    .filter((part) => part !== "")
    .join(" ");
  return {id, likeness, agent, country: country || null, from, until, clients, othersShare};
}

function clientSpan({span, asReader, counted, differentDocuments}: TakenInSpan, now: FoundClient["now"]): ClientSpan {
  const present: Taken = now === null ? counted : (now.find((one) => one.span === span)?.counted ?? noCounts);
  return {span, differentDocuments, now: present, asRuled: counted, asReader};
}
