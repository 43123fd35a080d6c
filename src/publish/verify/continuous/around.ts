import {plural} from "../../../base/text.ts";
import {differs, type Finding} from "../answer.ts";
import {type Found, notSound} from "./chain.ts";
import type {LineOfEditions, Sealed} from "./line-of-editions.ts";

/**
 * Of an edition that is named alone: are those beside it the ones that lead to it, back to the first, and the ones that follow?
 *
 * What stands next to it in the chain is looked at by itself, whether others are named or not.
 */
export function checkAround(own: Sealed, {editions}: LineOfEditions): Found {
  const others = editions.filter((one) => one.record.period !== own.record.period);
  const sound = others.filter(({isSound}) => isSound);
  const before = lineFrom(own, ({record: {previous}}) => others.find((one) => previous && one.sums === previous.sums));
  const after = lineFrom(own, ({sums}) => sound.find(({record}) => sums !== null && record.previous?.sums === sums));
  const gap = gapFindings(before.at(-1));
  const isWhole = gap.length === 0 && (before.length > 0 || !own.record.previous);
  const linked = new Set([...before, ...after]);
  // Those that took the place of this one are told with the chain.
  const apart = sound.filter((one) => !linked.has(one) && one.record.previous?.sums !== own.record.previous?.sums);
  const unlinked = apart.map((one) => {
    const cause = `${one.record.period} stands beside it, and no edition leads from the one to the other: one was taken away, or one of both was pushed in`;
    return differs(one.folder.name, cause);
  });
  const first = before.at(-1)?.record.period;
  return {
    checked:
      isWhole && before.length > 1
        ? [`${plural(before.length, "edition leads", "editions lead")} to it from ${first}, the first`]
        : [],
    findings: [...others.filter(({isSound}) => !isSound).map(notSound), ...gap, ...(isWhole ? unlinked : [])],
  };
}

/** The editions to which steps lead, from the nearest on. */
function lineFrom(own: Sealed, step: (from: Sealed) => Sealed | undefined): readonly Sealed[] {
  const line = new Set<Sealed>();
  let at = step(own);
  // What names itself, by way of others, is no chain.
  while (at !== undefined && !line.has(at)) {
    line.add(at);
    at = step(at);
  }
  return [...line];
}

function gapFindings(last: Sealed | undefined): Finding[] {
  const previous = last?.record.previous;
  if (!last || !previous) return [];
  const cause = `the edition before it, ${previous.period}, is not there as it was: it was taken away or replaced`;
  return [differs(`${last.folder.name}/edition.json`, cause)];
}
