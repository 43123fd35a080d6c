import type {QueryEngine} from "../../engine/query-engine.ts";
import type {AnswerName, QuestionOf} from "../../engine/relations/all.ts";
import type {Value} from "../../engine/values.ts";

/** So many bytes of text are looked at together: whoever can write into a log can write any number of them. */
const bytesAtOnce = 48e6;

/** Parts of the texts of one kind, by which they are asked for and joined with. Most of the time there is one. */
export type Parts = readonly Readonly<Record<"parts" | "part", Value>>[];

/** In how many parts are the texts that requests hold to be looked at? */
export async function textParts(engine: QueryEngine): Promise<Readonly<Record<"paths" | "agents" | "sites", Parts>>> {
  const [row = {}] = await engine.ask("text-bytes");
  const partsOf = (bytes: unknown): Parts => {
    const parts = Math.max(1, Math.ceil(Number(bytes ?? 0) / bytesAtOnce));
    return Array.from({length: parts}, (_, part) => ({parts, part}));
  };
  return {paths: partsOf(row["path_bytes"]), agents: partsOf(row["agent_bytes"]), sites: partsOf(row["site_bytes"])};
}

/** Keeps the answer for each part under one name. @param load Makes what the question for a part needs. */
export async function keepInParts<Name extends AnswerName>(
  engine: QueryEngine,
  {name, question, parts}: {readonly name: Name; readonly question: QuestionOf<Name>; readonly parts: Parts},
  load: (part: Parts[number], place: number) => Promise<void>,
): Promise<void> {
  for (const [place, part] of parts.entries()) {
    await load(part, place);
    if (place === 0) await engine.keep(name, question, part);
    else await engine.extend(name, question, part);
  }
}

/** The texts of one kind, by their numbers, and which of them are of which part. */
export interface NumberedTexts {
  readonly texts: readonly string[];
  readonly parts: Parts;
  /** The number after the last of each part. */
  readonly ends: readonly number[];
}

/** Gives the texts of one kind their numbers. */
export async function numberTexts(engine: QueryEngine, question: string, parts: Parts): Promise<NumberedTexts> {
  const texts: string[] = [];
  const ends: number[] = [];
  for (const part of parts) {
    const see = (some: readonly string[]): void => {
      for (const text of some) texts.push(text);
    };
    await engine.askTexts(question, see, part);
    ends.push(texts.length);
  }
  return {texts, parts, ends};
}

/** The texts of a part with their numbers. */
export function* textsOfPart({texts, ends}: NumberedTexts, place: number): Generator<readonly [string, number]> {
  for (let number = ends[place - 1] ?? 0; number < ends[place]!; number++) yield [texts[number]!, number];
}
