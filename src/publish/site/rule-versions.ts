import type {RuleValue} from "../../base/rule-differences.ts";
import type {ArchivedEdition} from "./archive/archive.ts";
import type {CountedBy} from "./archive/extract.ts";

/** The rules of one or several editions. */
export interface RuleVersion {
  readonly about: CountedBy;
  /** In the order of publication. */
  readonly editions: readonly ArchivedEdition[];
  /** Of the last month of the last of them; null where no edition says. */
  readonly settings: Readonly<Record<string, RuleValue>> | null;
}

/** By which rules were they counted? More than one, and their figures are not of one kind. */
export function ruleVersionsOf(editions: readonly ArchivedEdition[]): RuleVersion[] {
  const counted = editions.filter(({report}) => (report?.methodology ?? null) !== null);
  return [...Map.groupBy(counted, ({report}) => report!.methodology!.sha256)].map(([, own]) => {
    const {methodology, rules} = own.at(-1)!.report!;
    return {about: methodology!, editions: own, settings: rules?.at(-1)?.settings ?? null};
  });
}
