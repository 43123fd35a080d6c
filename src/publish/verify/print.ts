import {printJson} from "../../base/json.ts";
import {visible} from "../../base/text.ts";
import {layGrid} from "../../render/text/grid.ts";
import {joinParts} from "../../render/text/page.ts";
import {openPaint, type Paint} from "../../render/text/paint.ts";
import {wrap} from "../../render/text/wrap.ts";
import {printPublicKey} from "../signatures/public-key.ts";
import {
  type Answer,
  type Finding,
  figureTexts,
  type LevelAnswer,
  type VerifyAdvice,
  valueTold,
  worst,
} from "./answer.ts";
import type {Countersignature} from "./countersigned.ts";
import type {Verification, VerifiedEdition} from "./verify.ts";

/** What each level asks, how it is asked for where it is not asked by itself, and what the two values of a finding are. */
const levels = [
  {level: 1, name: "whole and signed", ask: "", values: ["signed as", "now"]},
  {level: 2, name: "coherent", ask: "", values: ["it says", "made again"]},
  {level: 3, name: "continuous", ask: "", values: ["said", "is"]},
  {level: 4, name: "from the facts", ask: "--workspace asks", values: ["published", "counted again"]},
  {level: 5, name: "from the logs", ask: "--from-logs FOLDER asks", values: ["published", "counted again"]},
] as const;

/** What can be tried, as it is done at a terminal. */
const advised: Readonly<Record<VerifyAdvice, string>> = {
  "compare-key":
    "Compare it with the one that the publisher has printed or said elsewhere, and give that one with --key KEY; or take this one for right from now on with --remember",
  "give-key": "Ask the publisher for the key, and give it with --key KEY",
  "ask-for-key":
    "Ask the publisher, and not by way of this archive. Where the new key is theirs, give it with --key KEY: it is remembered in the place of the other",
};

/** How far the key of a countersignature can be gone by. */
const knownFrom: Readonly<Record<Countersignature["from"], string>> = {
  given: "which you gave",
  publisher: "WHICH IS THE PUBLISHER'S OWN: it is nobody else's word",
  statement:
    "which is known only from the statement: compare it with the one that the auditor has printed or said elsewhere, and give that one with --auditor-key KEY",
};
/** So many variances of a statement are printed. */
const mostVariances = 8;

/** So many findings of a level are printed; JSON has them all. */
const mostPrinted = 30;

/** The worst answer of all that was asked. */
export function answerOfAll({editions}: Verification): Answer {
  return worst(editions.flatMap((edition) => edition.levels.map(({answer}) => answer)));
}

/** What came of verifying, for a terminal. */
export function printVerification(
  found: Verification,
  options: {readonly width: number; readonly color: boolean},
): string {
  const paint = openPaint(options);
  const width = Math.max(80, Math.min(options.width, 120));
  return joinParts(found.editions.flatMap((edition) => partsOf(edition, found.where, width, paint)));
}

/** The same for programs. */
export function verificationJson(found: Verification): string {
  return printJson({
    where: found.where,
    answer: answerOfAll(found),
    editions: found.editions.map(({name, record, levels: answered, countersigned}) => ({
      name,
      publication: record?.publication ?? null,
      period: record?.period ?? null,
      date: record?.date ?? null,
      countersignatures: (countersigned?.signatures ?? []).map(({key, name: by, date, from, levels: asked}) => {
        return {name: by, key: printPublicKey(key), date, keyKnownFrom: from, levels: asked};
      }),
      levels: levels.map(({level, name: asked}) => {
        const own = answered.find((one) => one.level === level);
        const findings = own?.findings.map(({answer, file, cell, published, now, cause}) => {
          return {answer, file, cell, published, now, cause};
        });
        return {
          ...{level, name: asked, answer: own?.answer ?? "not asked", checked: own?.checked ?? []},
          findings: findings ?? [],
          limits: own?.limits ?? [],
        };
      }),
    })),
  });
}

function partsOf(
  {name, record, levels: answered, countersigned: said}: VerifiedEdition,
  where: string,
  width: number,
  paint: Paint,
): string[][] {
  const title = record === null ? name || where : `${record.publication} · ${calledOf(record)}`;
  const rows = levels.map(({level, name: asked, ask}) => {
    const own = answered.find((one) => one.level === level);
    return {
      level: `${level} ${asked}`,
      answer: own?.answer ?? "not asked",
      said: own === undefined ? ask : saidOf(own),
    };
  });
  const grid = layGrid(
    [
      {head: "Level", cells: rows.map((row) => row.level), isText: true},
      {head: "Answer", cells: rows.map((row) => row.answer), isText: true},
      {head: "", cells: rows.map((row) => row.said), isText: true},
    ],
    width,
  );
  return [
    wrap(visible(title), width).map((line) => paint.strong(line)),
    [...grid.lines],
    ...answered.flatMap((own) => levelLines(own, width, paint)),
    ...countersignedLines(said, width, paint),
  ];
}

/** Who has countersigned, with which key, and what they found: their word, and no answer of ours. */
function countersignedLines(said: VerifiedEdition["countersigned"], width: number, paint: Paint): string[][] {
  if (said === undefined || said.signatures.length + said.notes.length === 0) return [];
  const lines = said.signatures.flatMap((one) => {
    const who = `${visible(one.name)}, ${one.date}, with the key ${printPublicKey(one.key)}, ${knownFrom[one.from]}`;
    const found = one.levels.flatMap(({level, answer, findings}) => [
      ...wrap(`level ${level} ${answer}`, width, {first: "      ", rest: "      "}),
      ...findings.slice(0, mostVariances).flatMap((finding) => {
        const {values} = levels.find((known) => known.level === level) ?? levels[0];
        return wrap(textOf(finding, values), width, {first: "        ", rest: "          "});
      }),
      ...(findings.length > mostVariances
        ? [`        and ${findings.length - mostVariances} more in the statement`]
        : []),
    ]);
    return [...bullet(one.from === "given" ? "✓" : "?", who, width), ...found];
  });
  return [[paint.strong("Countersigned"), ...lines, ...said.notes.flatMap((note) => bullet("·", note, width))]];
}

function calledOf({what, period, date}: NonNullable<VerifiedEdition["record"]>): string {
  return what === undefined || what.startsWith("edition ") ? `${period}, edition of ${date}` : `${what}, of ${date}`;
}

function saidOf({findings, checked}: LevelAnswer): string {
  const count = (answer: Answer): number => findings.filter((one) => one.answer === answer).length;
  const [other, open] = [count("differs"), count("could not be checked")];
  const parts = [
    other === 0 ? "" : `${other} ${other === 1 ? "thing differs" : "things differ"}`,
    open === 0 ? "" : `${open} could not be checked`,
    other + open > 0 || checked.length === 0
      ? ""
      : `${checked.length} ${checked.length === 1 ? "thing" : "things"} looked at`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function levelLines({level, checked, findings, limits = []}: LevelAnswer, width: number, paint: Paint): string[][] {
  const {name, values} = levels.find((one) => one.level === level)!;
  const right = checked.flatMap((text) => bullet("✓", visible(text), width));
  const printed = findings
    .slice(0, mostPrinted)
    .flatMap((finding) => bullet(signOf(finding), textOf(finding, values), width));
  const more = findings.length - mostPrinted;
  const rest = more > 0 ? [`  and ${more} more; --format json has all`] : [];
  const untold = limits.flatMap((text) => bullet("·", `it cannot be told ${text}`, width));
  return [[paint.strong(`${level} ${name}`), ...right, ...printed, ...rest, ...untold]];
}

function signOf({answer}: Finding): string {
  return answer === "differs" ? "✗" : "?";
}

function textOf(
  {file, cell, published, now, cause, decimals, advice}: Finding,
  [then, again]: readonly [string, string],
): string {
  const place = [file, cell].filter((part) => part !== null).join(", ");
  const [said, is] =
    decimals === undefined ? [published, now] : figureTexts([valueTold(published), valueTold(now)], decimals);
  const values = published === null && now === null ? "" : ` (${then} ${said ?? "–"}, ${again} ${is ?? "–"})`;
  const help = advice === undefined ? "" : `. ${advised[advice]}`;
  return visible(`${place === "" ? "" : `${place}: `}${cause}${values}${help}`);
}

function bullet(sign: string, text: string, width: number): string[] {
  return wrap(text, width, {first: `  ${sign} `, rest: "    "});
}
