import {shownExcerpt} from "../../intake/facts/line-shape.ts";
import {refusals} from "../../intake/facts/quarantine.ts";
import type {QuarantinedLine} from "../../workspace/quarantined.ts";
import {withCatalogue} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {type ListedInput, listInputs} from "./list.ts";
import {settingsOfReading} from "./reading.ts";

/** Why a line is no request. */
export type QuarantineReason = keyof typeof refusals;

/** All reasons for which a line is no request. */
export const quarantineReasons = Object.keys(refusals) as readonly QuarantineReason[];

/** An input, and which of its lines count in others. */
export interface MonthInput extends ListedInput {
  readonly repeated: readonly {readonly name: string; readonly lines: number}[];
}

/** What was read of a month, or without any day. */
export interface MonthInputs {
  /** With a request on a day of the month, or between two such days. */
  readonly inputs: readonly MonthInput[];
  /** How many of their lines are no request, by reason, the most first: of the whole inputs, since such a line may have no day. */
  readonly refused: readonly {readonly reason: string; readonly lines: number}[];
  /** Do some of the inputs reach beyond the month? */
  readonly isBeyond: boolean;
}

/** A line that is no request, and of which log. */
export interface ShownLine extends QuarantinedLine {
  readonly name: string;
}

/** The inputs of a month, and what of them could not be read. @param month `YYYY-MM`; null for inputs without a request. */
export function inputsOfMonth(store: Store, month: string | null): Promise<MonthInputs> {
  const {workspace} = store;
  return withCatalogue(store, (catalogue) => {
    const repeated = catalogue.leftOut.repeated();
    const listed = listInputs(catalogue.inputs(), workspace.config.timeZone, settingsOfReading(workspace));
    const own = listed.filter((input) => isOf(input, month));
    const ids = new Set(own.map(({id}) => id));
    const counts = new Map<string, number>();
    for (const {input, reason, lines} of catalogue.refused()) {
      if (ids.has(input)) counts.set(reason, (counts.get(reason) ?? 0) + lines);
    }
    return {
      inputs: own.map((input) => ({...input, repeated: repeated.filter((row) => row.input === input.id)})),
      refused: [...counts].map(([reason, lines]) => ({reason, lines})).sort((one, other) => other.lines - one.lines),
      isBeyond: own.some(({months}) => months.length > 1),
    };
  });
}

function isOf({months}: ListedInput, month: string | null): boolean {
  return month === null ? months.length === 0 : months.includes(month);
}

/**
 * The first lines of a month's inputs that are no request, as they are shown: of each field its kind and length, never what it says.
 *
 * @param options `reason`: those for this reason alone; null for all. `most`: so many at most.
 */
export function quarantineOfMonth(
  store: Store,
  month: string | null,
  {reason, most}: {readonly reason: QuarantineReason | null; readonly most: number},
): Promise<readonly ShownLine[]> {
  const {timeZone} = store.workspace.config;
  return withCatalogue(store, (catalogue) => {
    const listed = listInputs(catalogue.inputs(), timeZone, settingsOfReading(store.workspace));
    const own = new Set(listed.flatMap((input) => (isOf(input, month) ? [input.id] : [])));
    const lines = catalogue.quarantine().filter((one) => own.has(one.input) && (reason ?? one.reason) === one.reason);
    return lines.slice(0, most).map(({input: _, excerpt, ...line}) => ({...line, excerpt: shownExcerpt(excerpt)}));
  });
}

/** The inputs that may have lines of a day: it lies between their first request and their last. */
export function inputsBehind<Input extends Pick<ListedInput, "firstDay" | "lastDay">>(
  day: string,
  inputs: readonly Input[],
): Input[] {
  return inputs.filter(({firstDay, lastDay}) => firstDay !== null && firstDay <= day && day <= lastDay!);
}
