import {answerOf, differs, type LevelAnswer, unchecked} from "../answer.ts";
import type {Archive, SealedPlace} from "../archive.ts";
import type {Seals} from "../seals.ts";
import {checkAnnounced, checkPromised} from "./announced.ts";
import {checkAround} from "./around.ts";
import {checkChain, type Found} from "./chain.ts";
import {checkErrata} from "./errata.ts";
import {checkKnown, limitsOf} from "./known.ts";
import {errataOf, type LineOfEditions, readLine} from "./line-of-editions.ts";
import {checkOlderCopy, keysOf, type OlderCopy} from "./older-copy.ts";
import {checkVintages} from "./vintages.ts";

/** Level 3 of what was named in an archive. */
export interface Continuity {
  readonly ofEdition: (edition: SealedPlace) => LevelAnswer;
  /** Of what was said of an edition that is not there; null where there is nothing to ask. */
  readonly ofAlone: (one: SealedPlace) => LevelAnswer | null;
}

/** Level 3: does an edition agree with all others, and is everything there that was? Reads what is at hand once. @param today `YYYY-MM-DD`. */
export function continuityOf(archive: Archive, older: OlderCopy | null, seals: Seals, today: string): Continuity {
  const line = readLine(archive, seals);
  const keys = keysOf(archive);
  // What is gone of a whole archive is told once, with what comes first.
  const [first] = [...archive.named, ...archive.alone];
  const againstOlder = (one: SealedPlace, period: string | null): Found[] => {
    if (older === null) return [];
    if (!archive.isWhole || one === first) {
      return [checkOlderCopy(line, keys, older, archive.isWhole ? null : period)];
    }
    const {checked, findings} = checkOlderCopy(line, keys, older, period);
    return period === null ? [] : [{checked, findings: findings.filter(({answer}) => answer === "differs")}];
  };
  return {
    ofEdition: (edition) => {
      const own = line.editions.find(({folder}) => folder === edition);
      if (own === undefined) {
        const unread = {checked: [], findings: [unchecked("edition.json", "it cannot be read")]};
        return joined([unread, ...againstOlder(edition, null)]);
      }
      const copies = againstOlder(edition, own.record.period);
      // What is wrong with the others is told with them, where they are asked for, too.
      const around = archive.isWhole ? [] : [checkAround(own, line)];
      const parts = [
        checkChain(own, line),
        checkAnnounced(
          own,
          line.announcements.find(({record}) => record.period === own.record.period),
        ),
        ...around,
        checkKnown(own, line, keys),
        ...figureParts(own, line),
        ...copies,
      ];
      return {...joined(parts), limits: limitsOf(own, line)};
    },
    ofAlone: (one) => {
      const record = seals.recordOf(one);
      const missing = one.kind === "erratum" ? [withoutEdition(one, record?.edition != null, archive)] : [];
      const promised =
        one.kind === "announcement" ? checkPromised({folder: one}, {today, isWhole: archive.isWhole}) : [];
      const kept = promised.length === 0 ? [] : [{checked: [], findings: promised}];
      const parts = [...missing, ...kept, ...againstOlder(one, record?.period ?? null)];
      return parts.length === 0 ? null : joined(parts);
    },
  };
}

function joined(parts: readonly Found[]): LevelAnswer {
  // That something beside it is not gone by is found by whoever comes to it.
  const findings = new Map(parts.flatMap((part) => part.findings.map((one) => [JSON.stringify(one), one] as const)));
  return answerOf(
    3,
    parts.flatMap(({checked}) => checked),
    [...findings.values()],
  );
}

/** An erratum corrects something: what it corrects has to be there, but where errata are all that was named. */
function withoutEdition({about}: SealedPlace, hasEdition: boolean, {sealed, keys}: Archive): Found {
  const areAll = keys === null && sealed.every(({kind, name, about: own}) => kind === "erratum" && own === name);
  const cause = !hasEdition
    ? "what it corrects was published before there were editions, and nobody has signed it"
    : areAll
      ? "the edition that it corrects was not named: name that, or the folder that both lie in"
      : null;
  const finding =
    cause === null
      ? differs(about, "there is an erratum of the edition, and the edition was taken away")
      : unchecked(about === "" ? "erratum.json" : about, cause);
  return {checked: [], findings: [finding]};
}

function figureParts(own: LineOfEditions["editions"][number], line: LineOfEditions): Found[] {
  const said = line.saidBy(own);
  if (said === null) return [{checked: [], findings: [unchecked("report.json", "its figures cannot be read")]}];
  return [checkErrata(own, errataOf(own, line), said.byKey), checkVintages(own, said, line)];
}
