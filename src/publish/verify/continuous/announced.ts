import {z} from "zod";
import {UserError} from "../../../base/error.ts";
import {parsedJson} from "../../../base/json.ts";
import {isDay} from "../../../base/period.ts";
import {joinAnd, plural} from "../../../base/text.ts";
import {judgedByHash, judgedOtherwise} from "../../edition/judged-by.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import {textOf} from "../place/place.ts";
import type {Found} from "./chain.ts";
import type {Sealed} from "./line-of-editions.ts";

const rules = z.looseObject({
  timeZone: z.string(),
  rules: z.array(z.looseObject({months: z.array(z.string()), settings: z.record(z.string(), z.unknown())})),
  documents: z.record(z.string(), z.unknown()),
  tables: z.record(z.string(), z.string()),
});
const day = z.string().refine(isDay);
const announcement = z.looseObject({
  date: day,
  publishOn: day.nullable(),
  methodology: z.looseObject({sha256: z.string(), judgedBy: rules}),
});
const methodology = z.looseObject({judgedBy: rules, judgedBySha256: z.string()});

/** Was an edition announced, is the announcement the one that it names, and was it kept: the rules, and the day? */
export function checkAnnounced({record, folder}: Sealed, own: Sealed | undefined): Found {
  const {announced, period, accepted} = record;
  const file = `${period}.announced`;
  if (own === undefined) {
    const findings = announced ? [unchecked(file, "what was announced of it is not there")] : [];
    return {checked: [], findings};
  }
  if (!announced) {
    const cause = `it was announced on ${own.record.date}, and the edition does not say so`;
    return {checked: [], findings: [differs(file, cause)]};
  }
  if (own.sums !== announced.sums) {
    const more = {published: announced.sums, now: own.sums};
    return {checked: [], findings: [differs(file, "what was announced of it was replaced", more)]};
  }
  const said = read(announcement, own, "announcement.json");
  const used = read(methodology, {folder}, "methodology.json");
  if (said === null || used === null) {
    const cause = "the rules that were announced cannot be compared with those that were gone by";
    return {checked: [], findings: [unchecked(file, cause)]};
  }
  const others = [
    ...rulesOtherwise(said.methodology, used),
    ...(said.publishOn === null ? [] : dayOtherwise(said.publishOn, record.date)),
  ];
  const named = "it was announced, and the announcement is the one that it names";
  if (others.length === 0) {
    const on = said.publishOn === null ? "" : `, and came out on the day, ${said.publishOn}`;
    return {checked: [named, `it went by the rules that were announced on ${said.date}${on}`], findings: []};
  }
  // The edition has to say itself what is otherwise than was announced.
  const isSaid = accepted?.some(({id}) => id === "announced-otherwise") ?? false;
  const checked = isSaid ? others.map((text) => `${text}; the edition says so, and why`) : [];
  return {checked: [named, ...checked], findings: isSaid ? [] : others.map((text) => differs(file, text))};
}

/** Of what was announced and is not there: has its day come? */
export function checkPromised(
  one: Pick<Sealed, "folder">,
  {today, isWhole}: {readonly today: string; readonly isWhole: boolean},
): Finding[] {
  const said = read(announcement, one, "announcement.json");
  if (said === null || said.publishOn === null || said.publishOn >= today) return [];
  const cause = `it was announced on ${said.date} for ${said.publishOn}, and there is no such edition here`;
  return [isWhole ? differs(null, `${cause}: it never came, or was taken away`) : unchecked(null, cause)];
}

type Rules = z.output<typeof rules>;

function rulesOtherwise(
  said: {readonly sha256: string; readonly judgedBy: Rules},
  used: {readonly judgedBy: Rules; readonly judgedBySha256: string},
): string[] {
  const wrong = judgedByHash(said.judgedBy) === said.sha256 && judgedByHash(used.judgedBy) === used.judgedBySha256;
  if (!wrong)
    return ["the rules that were announced, or those in methodology.json, are not those of the hash beside them"];
  const names = judgedOtherwise(said.judgedBy, used.judgedBy);
  return names.length === 0 ? [] : [`it went by other rules than were announced: ${joinAnd(names)}`];
}

function dayOtherwise(publishOn: string, date: string): string[] {
  const days = Math.round((Date.parse(date) - Date.parse(publishOn)) / 86_400_000);
  if (days === 0) return [];
  return [
    `it was announced for ${publishOn}, and came out on ${date}, ${plural(Math.abs(days), "day", "days")} ${days > 0 ? "late" : "early"}`,
  ];
}

function read<Shape extends z.ZodType>(
  shape: Shape,
  {folder}: Pick<Sealed, "folder">,
  file: string,
): z.output<Shape> | null {
  try {
    return shape.safeParse(parsedJson(textOf(folder.place, file, folder.name))).data ?? null;
  } catch (fault) {
    if (fault instanceof UserError) return null;
    throw fault;
  }
}
