import {differs, type Finding, unchecked} from "../answer.ts";
import type {LineOfEditions, Sealed} from "./line-of-editions.ts";

/** What was found right, in sentences, and what was not. */
export interface Found {
  readonly checked: readonly string[];
  readonly findings: readonly Finding[];
}

/** Is the edition before this one there, and the one that this names; and does every other edition name another? */
export function checkChain({folder, record, sums}: Sealed, line: LineOfEditions): Found {
  const {editions} = line;
  const others = editions.filter((one) => one.record.period !== record.period);
  const sound = others.filter(({isSound}) => isSound);
  const {previous, period} = record;
  const before = previous ? others.find((one) => one.record.period === previous.period) : undefined;
  const twins = previous ? sound.filter((one) => one.record.previous?.sums === previous.sums) : [];
  const firsts = previous ? [] : sound.filter((one) => !one.record.previous);
  const after = sound.filter((one) => one.record.previous?.period === period);
  const same = editions.filter((one) => one.record.period === period && one.sums !== sums);
  const findings = [
    ...previousFindings(record, before, others.length > 0),
    ...twins.map((one) =>
      differs(
        "edition.json",
        `${one.record.period} names the same edition as the one before it: one of the two came into a place that was taken`,
      ),
    ),
    ...firsts.map((one) =>
      differs("edition.json", `it says that it is the first edition, and ${one.record.period} says so, too`),
    ),
    ...after.flatMap((one) => {
      if (one.record.previous!.sums === sums) return [];
      return [
        differs("SHA256SUMS", `it was replaced: ${one.record.period} names another ${period} as the one before it`, {
          published: one.record.previous!.sums,
          now: sums,
        }),
      ];
    }),
    ...same.map((one) =>
      differs(
        "SHA256SUMS",
        `${one.folder.name || period} is another edition of the same period than ${folder.name || period}`,
        {
          published: one.sums,
          now: sums,
        },
      ),
    ),
  ];
  const checked = [
    ...(previous && before?.sums === previous.sums
      ? [`the edition before it, ${previous.period}, is the one that it names`]
      : []),
    ...(!previous && firsts.length === 0 ? ["it is the first edition"] : []),
    ...after
      .filter((one) => one.record.previous!.sums === sums)
      .map((one) => `${one.record.period}, the one after it, names it`),
  ];
  return {checked, findings};
}

/** What of an edition beside is not gone by. */
export function notSound({folder}: Sealed): Finding {
  return unchecked(folder.name, "it is not what was signed, and nothing was compared with it");
}

function previousFindings(
  {previous, date}: Sealed["record"],
  before: Sealed | undefined,
  hasOthers: boolean,
): Finding[] {
  if (!previous) return [];
  if (before === undefined) {
    const cause = `the edition before it, ${previous.period}, is not there`;
    return [
      hasOthers
        ? differs("edition.json", `${cause}, though others are: it was taken away`)
        : unchecked("edition.json", `${cause}: name the folder that both lie in`),
    ];
  }
  if (before.sums === previous.sums) {
    if (before.record.date <= date) return [];
    const cause = `it is dated before the edition that it follows, ${previous.period}: one of the two days is not that on which it came out`;
    return [differs("edition.json", cause, {published: date, now: before.record.date})];
  }
  const cause = `the edition before it, ${previous.period}, is another than the one that it names: one of the two was replaced`;
  return [differs("edition.json", cause, {published: previous.sums, now: before.sums})];
}
