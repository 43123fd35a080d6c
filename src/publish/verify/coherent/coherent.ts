import {UserError} from "../../../base/error.ts";
import {formatSize} from "../../../base/size.ts";
import {joinAnd} from "../../../base/text.ts";
import type {Typesetter} from "../../../render/pdf/typesetter.ts";
import type {Report} from "../../../report/report.ts";
import {dataFiles} from "../../edition/data-package.ts";
import {beginOutputs, type EditionOutputs, whenMade} from "../../edition/outputs.ts";
import {tidyTables} from "../../edition/tidy-report.ts";
import {answerOf, differs, type Finding, type LevelAnswer, unchecked} from "../answer.ts";
import type {SealedPlace} from "../archive.ts";
import {textOf} from "../place/place.ts";
import {checkArithmetic} from "./arithmetic.ts";
import {checkBooks} from "./books.ts";
import {isSettable, readBoundedReport, unsettable} from "./bounded-report.ts";
import {type BuildDifference, buildDifference, paperOf, programOfEdition} from "./build-difference.ts";
import {compareCells} from "./compare-cells.ts";
import {compareJson} from "./compare-json.ts";
import {compareLines} from "./compare-lines.ts";
import {comparePdf} from "./compare-pdf.ts";
import {checkCrossReferences} from "./cross-references.ts";
import {type FigureFinder, figureFinder} from "./figure-names.ts";
import {otherFiles} from "./other-files.ts";

/** Level 2: do all files of an edition say what its `report.json` says, and do its figures follow from each other and from its books? */
export async function checkCoherence(
  edition: SealedPlace,
  versions: NodeJS.ProcessVersions,
  typesetter: Typesetter,
): Promise<LevelAnswer> {
  const {place, name} = edition;
  let json: string;
  let report: Report;
  try {
    json = textOf(place, "report.json", name);
    report = readBoundedReport(json, "report.json");
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    const build = buildDifference(place, versions);
    const help = build?.isOtherProgram ? `; ${build.excuse}` : "";
    return answerOf(2, [], [unchecked("report.json", `${fault.message}${help}`)]);
  }
  const refused = isSettable(report) ? null : unsettable();
  const setting = {paper: paperOf(place), program: programOfEdition(place), typesetter};
  const begun = await beginOutputs(report, setting, (output) => (output.name === "pdf" ? refused : null));
  // While the pages are set, the rest is looked at.
  const build = buildDifference(place, versions);
  const arithmetic = checkArithmetic(report);
  const cross = checkCrossReferences(place, report);
  const books = checkBooks(place, report, build?.excuse ?? null);
  const data = dataFiles(tidyTables(report), report);
  const made: EditionOutputs = new Map([...(await whenMade(begun)), ...data]);
  const against = {json, find: figureFinder(report), build};
  const found: FileAnswer[] = [];
  for (const [file, content] of made) {
    const answer = unlessRefused(
      () => compareFile(edition, file, content, against),
      (cause) => ({file, findings: [unchecked(file, cause)]}),
    );
    if (answer !== null) found.push(answer);
  }
  const right = found.filter(({findings}) => findings.length === 0).map(({file}) => file);
  const checked = [
    ...(right.length === 0 ? [] : [`the same bytes when made again from report.json: ${joinAnd(summed(right))}`]),
    ...(arithmetic.findings.length === 0 ? [arithmetic.checked] : []),
    ...cross.checked,
    ...books.checked,
  ];
  const files = [...found.flatMap((one) => one.findings), ...otherFiles(edition.place, made, build)];
  return answerOf(2, checked, [...files, ...arithmetic.findings, ...cross.findings, ...books.findings]);
}

/** What is read of an edition; in the place of what cannot be read or is too large, what is said of it. */
function unlessRefused<T>(read: () => T, refused: (cause: string) => T): T {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof UserError) return refused(fault.message);
    throw fault;
  }
}

/** What is wrong with a file that follows from the report. */
interface FileAnswer {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** Is a file what is made from the report now? Null where the edition need not have it. */
function compareFile(
  {place}: SealedPlace,
  file: string,
  content: string | Uint8Array | UserError,
  {json, find, build}: {readonly json: string; readonly find: FigureFinder; readonly build: BuildDifference | null},
): FileAnswer | null {
  const own = place.files.get(file);
  const excuse = build?.excuse ?? null;
  if (own === undefined) {
    // A version may make what another does not, and not every machine can set a PDF.
    if (excuse !== null || file.endsWith(".pdf")) return null;
    return {file, findings: [differs(file, "report.json gives such a file, and it is not there")]};
  }
  const bytes = own.read();
  const made = content instanceof UserError ? null : Buffer.from(content);
  if (made?.equals(bytes)) return {file, findings: []};
  if (made !== null && bytes.length > mostTimesLarger * made.length + smallBytes)
    return {file, findings: [larger(file, bytes, made, excuse)]};
  if (file.endsWith(".pdf")) return {file, findings: comparePdf({file, published: bytes, made, json, excuse}, find)};
  if (content instanceof UserError) return {file, findings: [unchecked(file, "it cannot be made on this machine")]};
  const compared = {file, published: bytes.toString("utf8"), made: content.toString(), excuse};
  if (file.endsWith(".csv")) return {file, findings: compareCells(compared)};
  return {file, findings: file.endsWith(".json") ? compareJson(compared) : compareLines(compared, find)};
}

/** What is so much larger says something else, and is not looked at line by line. */
const mostTimesLarger = 4;
const smallBytes = 1e6;

function larger(file: string, bytes: Buffer, made: Buffer, excuse: string | null): Finding {
  const cause = "it is larger by far than what report.json gives, and was not looked at further";
  const values = {published: formatSize(bytes.length), now: formatSize(made.length)};
  return excuse === null ? differs(file, cause, values) : {...unchecked(file, `${cause}; ${excuse}`), ...values};
}

function summed(files: readonly string[]): string[] {
  const data = files.filter((file) => file.startsWith("data/"));
  const others = files.filter((file) => !file.startsWith("data/"));
  return data.length === 0 ? others : [...others, `${data.length} tables in data/`];
}
