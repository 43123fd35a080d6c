import {z} from "zod";
import {UserError} from "../../../base/error.ts";
import {parsedJson} from "../../../base/json.ts";
import {visible} from "../../../base/text.ts";
import type {Report} from "../../../report/report.ts";
import {parseSums} from "../../signatures/sums.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import {type FileTree, textOf} from "../place/place.ts";

/** What one file of an edition says of another or of the report. */
interface Reference {
  readonly file: string;
  /** What: "the period". */
  readonly what: string;
  readonly said: unknown;
  readonly is: unknown;
  /** The other file, of which it says something. */
  readonly about: string;
}

const addedLater = "statement.intoto.json names every file of the edition, and not this one: it came later";

/** So many contradictions are named. */
const mostNamed = 50;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const shapes = {
  "edition.json": z.looseObject({publication: z.string(), period: z.string(), date: z.string(), language: z.string()}),
  "inputs.json": z.array(z.looseObject({name: z.string(), sha256: z.string(), lines: z.number()})),
  "methodology.json": z.looseObject({name: z.string(), sha256: hash}),
  "datapackage.json": z.looseObject({
    resources: z.array(z.looseObject({path: z.string(), bytes: z.number(), hash: z.string()})),
  }),
  "statement.intoto.json": z.looseObject({
    subject: z.array(z.looseObject({name: z.string(), digest: z.looseObject({sha256: hash})})),
  }),
  "buildinfo.json": z.looseObject({rulesSha256: hash}),
} as const;

type Shaped<Name extends keyof typeof shapes> = z.output<(typeof shapes)[Name]>;

/** Do the files of an edition say the same of each other and of the report: period, logs, rules, hashes? */
export function checkCrossReferences(
  place: FileTree,
  report: Report,
): {readonly checked: readonly string[]; readonly findings: readonly Finding[]} {
  const faults: Finding[] = [];
  const read = <Name extends keyof typeof shapes>(name: Name): Shaped<Name> | null => {
    const file = place.files.get(name);
    if (file === undefined) return null;
    try {
      const result = shapes[name].safeParse(parsedJson(textOf(place, name, "")));
      if (!result.success) faults.push(differs(name, "it is not what Broadsheet writes into such a file"));
      return result.success ? (result.data as Shaped<Name>) : null;
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault;
      faults.push(unchecked(name, fault.message));
      return null;
    }
  };
  const [edition, inputs, rules] = [read("edition.json"), read("inputs.json"), read("methodology.json")];
  const [data, statement, build] = [read("datapackage.json"), read("statement.intoto.json"), read("buildinfo.json")];
  const hashes = (file: string, named: readonly {readonly name: string; readonly said: string}[]): Reference[] => {
    return named.flatMap(({name, said}) => {
      const what = `the hash of ${visible(name.slice(0, 200))}`;
      try {
        return [{file, about: name, what, said, is: place.files.get(name)?.sha256() ?? null}];
      } catch (fault) {
        if (!(fault instanceof UserError)) throw fault;
        faults.push(unchecked(file, `${what}: ${fault.message}`));
        return [];
      }
    });
  };
  const rulesSaid = build ? [{name: "methodology.json", said: build.rulesSha256}] : [];
  const references: Reference[] = [
    ...(edition ? (["publication", "period", "date", "language"] as const) : []).map((key) => {
      return {file: "edition.json", about: "report.json", what: `the ${key}`, said: edition![key], is: report[key]};
    }),
    ...(inputs ? inputReferences(inputs, report) : []),
    ...(rules ? (["name", "sha256"] as const) : []).map((key) => {
      const what = `the ${key} of the methodology`;
      return {file: "methodology.json", about: "report.json", what, said: rules![key], is: report.methodology[key]};
    }),
    ...hashes(
      "datapackage.json",
      (data?.resources ?? []).map(({path, hash: said}) => ({name: path, said: said.replace(/^sha256:/, "")})),
    ),
    ...hashes(
      "statement.intoto.json",
      (statement?.subject ?? []).map(({name, digest}) => ({name, said: digest.sha256})),
    ),
    ...hashes("buildinfo.json", rulesSaid),
  ];
  const isNamed = new Set(statement?.subject.map(({name}) => name));
  const books = statement === null ? [] : [...place.files.keys()].filter((name) => /^books\//.test(name));
  const added = books.filter((name) => !isNamed.has(name)).map((name) => differs(visible(name), addedLater));
  const wrong = references.filter(({said, is}) => said !== is);
  const isAsSigned = signedFiles(place);
  const findings = wrong.slice(0, mostNamed).map((one) => contradiction(one, isAsSigned));
  const more = wrong.length - mostNamed;
  const isRight = findings.length === 0 && added.length === 0 && faults.length === 0 && references.length > 0;
  return {
    checked: isRight ? [`${references.length} things that files say of each other are so`] : [],
    findings: [
      ...faults,
      ...added.slice(0, mostNamed),
      ...findings,
      ...(more > 0 ? [differs(null, `and files contradict each other ${more} times more`)] : []),
    ],
  };
}

/** Of two files that contradict each other, the one is named that is not what was signed. */
function contradiction({file, about, what, said, is}: Reference, isAsSigned: (name: string) => boolean): Finding {
  const values = {published: shownValue(said), now: shownValue(is)};
  if (isAsSigned(file) && !isAsSigned(about)) {
    return differs(visible(about.slice(0, 200)), `it is not what ${file} says of it`, {cell: what, ...values});
  }
  return differs(file, "it does not say what the rest of the edition says", {cell: what, ...values});
}

function shownValue(said: unknown): string | null {
  return said === null ? null : String(said).slice(0, 200);
}

/** Which files are what `SHA256SUMS` says? */
function signedFiles(place: FileTree): (name: string) => boolean {
  try {
    const sums = new Map(parseSums(textOf(place, "SHA256SUMS", ""), "SHA256SUMS").map((sum) => [sum.name, sum.sha256]));
    return (name) => sums.has(name) && place.files.get(name)?.sha256() === sums.get(name);
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return () => false;
  }
}

function inputReferences(inputs: Shaped<"inputs.json">, report: Report): Reference[] {
  const own = new Map(report.inputs.map((input) => [input.name, input]));
  const [file, about] = ["inputs.json", "report.json"];
  return [
    {file, about, what: "how many logs were read", said: inputs.length, is: report.inputs.length},
    ...inputs.flatMap(({name, sha256: said, lines}) => {
      const log = visible(name.slice(0, 200));
      return [
        {file, about, what: `the hash of ${log}`, said, is: own.get(name)?.sha256 ?? null},
        {file, about, what: `the lines of ${log}`, said: lines, is: own.get(name)?.lines ?? null},
      ];
    }),
  ];
}
