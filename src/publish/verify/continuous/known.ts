import {sha256} from "../../../base/sha256.ts";
import {plural} from "../../../base/text.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import type {Found} from "./chain.ts";
import {byDate, eachOnce, type LineOfEditions, type NamedErratum, type Sealed} from "./line-of-editions.ts";

/** Is what an edition says was there when it was published still there: errata, and lines of the list of keys? */
export function checkKnown(own: Sealed, line: LineOfEditions, keys: Buffer | null): Found {
  const named = eachOnce([...(own.record.errata ?? []), ...(line.namedErrata.get(own.record.period) ?? [])]);
  const isArchive = line.errata.length > 0 || line.editions.some((one) => one !== own && one.isSound);
  const errata = named.flatMap((one) => erratumFindings(one, line, isArchive));
  const lists = own.record.keys === undefined ? [] : keyFindings(own.record.keys, keys, isArchive);
  return {
    checked: [
      ...(named.length > 0 && errata.length === 0
        ? [`${plural(named.length, "erratum that an edition names is there", "errata that editions name are there")}`]
        : []),
      ...(own.record.keys !== undefined && keys !== null && lists.length === 0
        ? ["the list of keys begins as it did when it was published"]
        : []),
    ],
    findings: [...errata, ...lists],
  };
}

/** What nobody can tell of an edition from the archive that it lies in: what came last and was taken away again. */
export function limitsOf(own: Sealed, {editions}: LineOfEditions): readonly string[] {
  const telling = editions.filter(({record, isSound}) => isSound && record.errata !== undefined);
  const last = telling.toSorted(byDate).at(-1);
  const since = last === undefined ? "" : ` since ${last.record.period}, of ${last.record.date},`;
  const isNewest = !editions.some(({record}) => own.sums !== null && record.previous?.sums === own.sums);
  return [
    ...(isNewest
      ? ["whether an edition after this one, or an announcement of one, was taken away: only an older copy can tell"]
      : []),
    `whether errata that were made${since} were taken away: only an older copy or a later edition can tell`,
  ];
}

function erratumFindings(
  {period, number, sums}: NamedErratum,
  {errataByWhat}: LineOfEditions,
  isArchive: boolean,
): Finding[] {
  const there = errataByWhat.get(`erratum ${number} of ${period}`) ?? [];
  if (there.some((one) => one.sums === sums)) return [];
  const name = `${period}.errata/${number}`;
  const [other] = there;
  if (other !== undefined) {
    return [
      differs(name, "the erratum is another than an edition names: it was replaced", {
        published: sums,
        now: other.sums,
      }),
    ];
  }
  return [
    isArchive
      ? differs(name, "an edition names the erratum, and it was taken away")
      : unchecked(name, "the edition names the erratum, and it is not there: name the folder that both lie in"),
  ];
}

function keyFindings(known: NonNullable<Sealed["record"]["keys"]>, keys: Buffer | null, isArchive: boolean): Finding[] {
  if (keys === null) {
    return isArchive
      ? [unchecked("keys.txt", "the list of keys that the edition names is not there, or cannot be read")]
      : [];
  }
  const isSame = keys.length >= known.bytes && sha256(keys.subarray(0, known.bytes)) === known.sha256;
  if (isSame) return [];
  const cause =
    "lines of the list were changed or taken away since the edition was published; lines are only ever added";
  return [differs("keys.txt", cause)];
}
