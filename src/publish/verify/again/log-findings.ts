import {plural, visible} from "../../../base/text.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import type {CountedAgain} from "./count-again.ts";
import type {FoundLog, FoundLogs, SealedLog} from "./logs/find-sealed.ts";

/** What there is to say of the logs themselves. */
export interface LogFindings {
  readonly checked: readonly string[];
  readonly findings: readonly Finding[];
}

const file = "inputs.json";
/** So many logs are told one by one. */
const mostNamed = 12;

/** Which of the logs that an edition names were found, and as what; which were not; and what else there is. */
export function logFindings({found, missing, unread}: FoundLogs, others: CountedAgain["others"]): LogFindings {
  const all = found.length + missing.length;
  const told = found.flatMap((one) => howFound(one) ?? []);
  const more = told.length - mostNamed;
  const isCounted = missing.length > 0;
  return {
    checked: [
      ...(found.length === 0
        ? []
        : [
            `${found.length} of ${plural(all, "log", "logs")} that it was counted from ${found.length === 1 ? "is" : "are"} there, by the hash of the lines`,
          ]),
      ...told.slice(0, mostNamed),
      ...(more > 0 ? [`and ${plural(more, "log more", "logs more")} that lie there in another way`] : []),
    ],
    findings: [
      ...missing.map((one) => unchecked(file, missed(one))),
      ...(isCounted ? unread.map(({name, fault}) => unchecked(null, `${visible(name)}: ${fault.message}`)) : []),
      ...others.map(({name, lines}) => {
        const what = `${visible(name)}, ${plural(lines, "line", "lines")} with requests of the period, is none of the logs that the edition names`;
        return isCounted
          ? unchecked(file, `${what}: since one of those is missing, it was counted in its place`)
          : differs(file, `${what}; it was left out`);
      }),
    ],
  };
}

function missed({name, lines, sha256}: SealedLog): string {
  return `${visible(name)}, ${plural(lines, "line", "lines")} of the hash ${sha256.slice(0, 12)}…, is not among the logs, under any name`;
}

/** Null of a log that lies there as it was sealed. */
function howFound({sealed: {name, lines}, spans}: FoundLog): string | null {
  const [first] = spans;
  const names = spans.map(({log}) => visible(log.name));
  if (spans.length > 1) return `${visible(name)} is there in ${spans.length} pieces: ${names.join(", ")}`;
  const {from, until} = first!;
  if (from === 0 && until === null) return null;
  const own = names[0] === visible(name) ? names[0] : `${visible(name)}, which is ${names[0]} there,`;
  if (from === 0)
    return `${own} has grown since: its first ${plural(lines, "line", "lines")} are what was counted, and no more of it was`;
  return `${visible(name)} stands within ${names[0]}, and no more of that was counted`;
}
