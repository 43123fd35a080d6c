import {type Message, message} from "../../base/words/message.ts";
import {type ClientDoubt, type DoubtKind, doubtsOf} from "../../intake/doubts.ts";
import {type RecordedReading, readingIn} from "../../intake/recorded-reading.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";

/** What has to be told of the clients of some inputs before any figure, each kind of doubt once. */
export function clientDoubts(inputs: readonly InputRow[]): Message[] {
  const readings = inputs.flatMap(({reading}) => readingIn(reading) ?? []);
  return doubtMessages(readings, inputs.length);
}

/** The same by how inputs were read. @param all How many inputs there are. */
export function doubtMessages(readings: readonly RecordedReading[], all: number): Message[] {
  const found = readings.flatMap(doubtsOf);
  const byKind = Map.groupBy(found, ({kind, name}) => `${kind} ${name ?? ""}`);
  const told = [...byKind.values()].map((doubts) => sentence(doubts[0]!, doubts.length, all));
  return found.some(({kind}) => !ofNoSetting.has(kind)) ? [...told, message("doubt-help")] : told;
}

/** Another field of the lines would not help. */
const ofNoSetting: ReadonlySet<DoubtKind> = new Set(["shortened", "one-agent", "zoneless"]);

function sentence({kind, name}: ClientDoubt, inputs: number, all: number): Message {
  return sentences[kind]({inputs, all}, name ?? "");
}

type Counts = {readonly inputs: number; readonly all: number};

const sentences: Readonly<Record<DoubtKind, (counts: Counts, name: string) => Message>> = {
  "known-proxy": (counts, name) => message("doubt-known-proxy", {...counts, name}),
  "one-for-all": (counts) => message("doubt-one-for-all", counts),
  nameless: (counts) => message("doubt-nameless", counts),
  "inside-pool": (counts) => message("doubt-inside-pool", counts),
  inside: (counts) => message("doubt-inside", counts),
  "one-client": (counts) => message("doubt-one-client", counts),
  shortened: (counts) => message("doubt-shortened", counts),
  "better-field": (counts, name) => message("doubt-better-field", {...counts, name}),
  "one-agent": (counts, name) => message("doubt-one-agent", {...counts, name}),
  zoneless: (counts) => message("doubt-zoneless", counts),
};
