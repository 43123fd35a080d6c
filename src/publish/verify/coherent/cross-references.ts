import {z} from "zod";
import {parsedJson} from "../../../base/json.ts";
import {sha256} from "../../../base/sha256.ts";
import {visible} from "../../../base/text.ts";
import type {Report} from "../../../report/report.ts";
import {differs, type Finding} from "../answer.ts";
import type {FileTree} from "../place/place.ts";

/** What one file of an edition says of another or of the report. */
interface Reference {
  readonly file: string;
  /** What: "the period". */
  readonly what: string;
  readonly said: unknown;
  readonly is: unknown;
}

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
    const result = shapes[name].safeParse(parsedJson(file.read().toString("utf8")));
    if (!result.success) faults.push(differs(name, "it is not what Broadsheet writes into such a file"));
    return result.success ? (result.data as Shaped<Name>) : null;
  };
  const hashOf = (name: string): string | null => {
    const file = place.files.get(name);
    return file ? sha256(file.read()) : null;
  };
  const [edition, inputs, rules] = [read("edition.json"), read("inputs.json"), read("methodology.json")];
  const [data, statement, build] = [read("datapackage.json"), read("statement.intoto.json"), read("buildinfo.json")];
  const references: Reference[] = [
    ...(edition ? (["publication", "period", "date", "language"] as const) : []).map((key) => {
      return {file: "edition.json", what: `the ${key}`, said: edition![key], is: report[key]};
    }),
    ...(inputs ? inputReferences(inputs, report) : []),
    ...(rules ? (["name", "sha256"] as const) : []).map((key) => {
      return {
        file: "methodology.json",
        what: `the ${key} of the methodology`,
        said: rules![key],
        is: report.methodology[key],
      };
    }),
    ...(data?.resources ?? []).map(({path, hash: said}) => {
      return {file: "datapackage.json", what: `the hash of ${visible(path)}`, said, is: `sha256:${hashOf(path)}`};
    }),
    ...(statement?.subject ?? []).map(({name, digest}) => {
      return {
        file: "statement.intoto.json",
        what: `the hash of ${visible(name)}`,
        said: digest.sha256,
        is: hashOf(name),
      };
    }),
    ...(build
      ? [
          {
            file: "buildinfo.json",
            what: "the hash of methodology.json",
            said: build.rulesSha256,
            is: hashOf("methodology.json"),
          },
        ]
      : []),
  ];
  const wrong = references.filter(({said, is}) => said !== is);
  const findings = wrong.map(({file, what, said, is}) => {
    return differs(file, "it does not say what the rest of the edition says", {
      cell: what,
      published: String(said),
      now: String(is),
    });
  });
  const isRight = findings.length === 0 && faults.length === 0 && references.length > 0;
  return {
    checked: isRight ? [`${references.length} things that files say of each other are so`] : [],
    findings: [...faults, ...findings],
  };
}

function inputReferences(inputs: Shaped<"inputs.json">, report: Report): Reference[] {
  const own = new Map(report.inputs.map((input) => [input.name, input]));
  const file = "inputs.json";
  return [
    {file, what: "how many logs were read", said: inputs.length, is: report.inputs.length},
    ...inputs.flatMap(({name, sha256: said, lines}) => [
      {file, what: `the hash of ${visible(name)}`, said, is: own.get(name)?.sha256 ?? null},
      {file, what: `the lines of ${visible(name)}`, said: lines, is: own.get(name)?.lines ?? null},
    ]),
  ];
}
