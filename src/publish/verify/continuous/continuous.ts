import {answerOf, type LevelAnswer, unchecked} from "../answer.ts";
import type {Archive, SealedPlace} from "../archive.ts";
import type {Seals} from "../seals.ts";
import {checkAround} from "./around.ts";
import {checkChain} from "./chain.ts";
import {checkErrata} from "./errata.ts";
import {reportSaid} from "./figures-of.ts";
import {errataOf, type LineOfEditions, readLine} from "./line-of-editions.ts";
import {checkOlderCopy, keysOf, type OlderCopy} from "./older-copy.ts";
import {checkVintages} from "./vintages.ts";

/** Level 3: does an edition agree with all others, and is everything there that was? Reads what is at hand once. */
export function continuityOf(
  archive: Archive,
  older: OlderCopy | null,
  seals: Seals,
): (edition: SealedPlace) => LevelAnswer {
  const line = readLine(archive, (one) => seals.wholeOf(one).answer !== "differs");
  const keys = keysOf(archive);
  // What is gone of a whole archive is told once, with its first edition.
  const first = archive.named[0];
  const isWhole = archive.named.length === archive.sealed.filter(({kind}) => kind === "edition").length;
  return (edition) => {
    const own = line.editions.find(({folder}) => folder === edition);
    if (own === undefined) return answerOf(3, [], [unchecked("edition.json", "it cannot be read")]);
    const only = isWhole && edition === first ? null : own.record.period;
    const copies = older === null ? [] : [checkOlderCopy(line, keys, older, only)];
    // What is wrong with the others is told with them, where they are asked for, too.
    const around = isWhole ? [] : [checkAround(own, line)];
    const parts = [checkChain(own, line), ...around, ...figureParts(own, line), ...copies];
    return answerOf(
      3,
      parts.flatMap(({checked}) => checked),
      parts.flatMap(({findings}) => findings),
    );
  };
}

function figureParts(own: LineOfEditions["editions"][number], line: LineOfEditions) {
  const said = reportSaid(own.folder);
  if (said === null) return [{checked: [], findings: [unchecked("report.json", "its figures cannot be read")]}];
  return [checkErrata(own, errataOf(own, line), said.byKey), checkVintages(own, said, line)];
}
