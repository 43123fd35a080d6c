import {isSame} from "../../../report/restate/figures.ts";
import {differs, type Finding, valueText} from "../answer.ts";
import type {Found} from "./chain.ts";
import type {ValuesByKey} from "./figures-of.ts";
import type {Sealed} from "./line-of-editions.ts";

/**
 * Do the errata of an edition follow each other without a gap, are they of this edition, and does each begin with the value in force?
 *
 * @param errata By their numbers.
 * @param figures What the edition's report says, by key.
 */
export function checkErrata(edition: Sealed, errata: readonly Sealed[], figures: ValuesByKey): Found {
  const inForce = new Map<string, number | null>();
  const findings = errata.flatMap((one, place): Finding[] => {
    const {folder, record} = one;
    const file = `${folder.name.split("/").slice(-2).join("/")}/erratum.json`;
    const before = place === 0 ? null : errata[place - 1]!;
    const follows = before ?? edition;
    const isNext = record.number === place + 1;
    const isOfThis = !record.edition || record.edition.sums === edition.sums;
    const isChained = (record.previous?.sums ?? null) === (before?.sums ?? null);
    const values = (record.figures ?? []).flatMap(({key, label, span, before: said, after}): Finding[] => {
      const known = inForce.has(key) ? inForce.get(key)! : (figures.get(key) ?? null);
      inForce.set(key, after);
      if (isSame(known, said)) return [];
      const cell = `${label}, ${span}`;
      return [
        differs(file, "the value before is not the one that was in force", {
          cell,
          published: valueText(said),
          now: valueText(known),
        }),
      ];
    });
    return [
      ...(isNext ? [] : [differs(file, `erratum ${place + 1} was taken away`)]),
      ...(isOfThis
        ? []
        : [differs(file, "the erratum is of another edition", {published: record.edition!.sums, now: edition.sums})]),
      ...(record.date < follows.record.date
        ? [
            differs(
              file,
              `it is dated before ${before === null ? "the edition that it is of" : "the erratum before it"}`,
              {
                published: record.date,
                now: follows.record.date,
              },
            ),
          ]
        : []),
      ...(isChained || !isNext ? [] : [differs(file, "it does not name the erratum that stands before it")]),
      ...values,
    ];
  });
  const isRight = errata.length > 0 && findings.length === 0;
  return {
    checked: isRight
      ? [
          errata.length === 1
            ? "its erratum begins with the values that were in force"
            : `${errata.length} errata follow each other, each from the values in force`,
        ]
      : [],
    findings,
  };
}
