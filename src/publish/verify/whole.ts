import {UserError} from "../../base/error.ts";
import {isPeriod} from "../../base/period.ts";
import {plural, visible} from "../../base/text.ts";
import {keyNumber} from "../signatures/public-key.ts";
import {checkSignature, parseSignature, type Signature} from "../signatures/signature.ts";
import {type FileSum, parseSums} from "../signatures/sums.ts";
import {answerOf, differs, type Finding, type LevelAnswer, unchecked} from "./answer.ts";
import type {SealedPlace} from "./archive.ts";
import {foldersAbove} from "./archived-folders.ts";
import {textOf} from "./place/place.ts";
import {recordFiles, type SealedRecord} from "./record.ts";
import {findSigner, type KeySources, type Signer} from "./signer.ts";

/** What came of looking at a sealed folder as a whole. */
export interface WholeAnswer extends LevelAnswer {
  /** With which key it is signed, where that is right. */
  readonly signer: Signer | null;
  /** Is all that was signed as it was, whatever lies beside it? */
  readonly isSound: boolean;
}

const [sumsName, signatureName] = ["SHA256SUMS", "SHA256SUMS.minisig"];
/** The sums, and what came later and lies beside them: signatures, what countersigners say, proofs of time. */
const besideSums = /^SHA256SUMS(?:\.(?:minisig|ots|tsr|asc|[A-Za-z0-9_-]{1,80}\.(?:minisig|json|ots|tsr)))?$/;
/** So many files are named one by one. */
const mostNamed = 50;

/** Level 1: are the files what was signed, all of them and no others, and who has signed? */
export function checkWhole(folder: SealedPlace, record: SealedRecord | null, sources: KeySources): WholeAnswer {
  const {place, name} = folder;
  const read = <T>(file: string, use: (text: string) => T): T | Finding => {
    try {
      return use(textOf(place, file, name));
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault;
      return differs(file, fault.message);
    }
  };
  const links = place.refused.map((entry) =>
    differs(visible(entry.name), `it ${entry.what}, and is no part of an edition`),
  );
  const empty = emptyFolders(place).map((one) => differs(visible(one), "the folder was added, and nothing lies in it"));
  const sums = read(sumsName, (text) => parseSums(text, sumsName));
  const {own, added} = isFinding(sums) ? {own: [sums], added: []} : fileFindings(place.files, sums);
  const signature = read(signatureName, (text) => parseSignature(text, signatureName));
  const signed = isFinding(signature)
    ? {findings: [signature], signer: null}
    : signatureFindings(place, signature, record, sources);
  const said = saidFindings(folder, record);
  const isRight = [own, added, empty, links].every(({length}) => length === 0);
  const checked = [
    ...(isRight && !isFinding(sums) ? [`${plural(sums.length, "file is", "files are")} what ${sumsName} says`] : []),
    ...(signed.signer === null ? [] : [`signed with the key ${keyNumber(signed.signer.key)}, ${signed.signer.from}`]),
  ];
  const isOwn = [...signed.findings, ...said].every(({answer}) => answer !== "differs");
  return {
    ...answerOf(1, checked, [...atMost([...own, ...added, ...empty]), ...links, ...signed.findings, ...said]),
    signer: said.length > 0 ? null : signed.signer,
    isSound: own.length === 0 && signed.signer !== null && isOwn && !added.some(({file}) => isRead.has(file!)),
  };
}

function isFinding(value: unknown): value is Finding {
  return typeof value === "object" && value !== null && "cause" in value;
}

/** Does it say what it is, and that it is what its folder is called? Else one edition could stand in the place of another. */
function saidFindings({kind, name}: SealedPlace, record: SealedRecord | null): Finding[] {
  const file = recordFiles[kind];
  if (record === null) return [differs(file, "it does not say what it is that was signed")];
  const [own = "", above = ""] = name.split("/").reverse();
  const called = {
    edition: isPeriod(own) ? `edition ${own}` : null,
    erratum: isPeriod(above.replace(/\.errata$/, "")) ? `erratum ${own} of ${above.replace(/\.errata$/, "")}` : null,
    announcement: isPeriod(own.replace(/\.announced$/, ""))
      ? `announcement of ${own.replace(/\.announced$/, "")}`
      : null,
  }[kind];
  if (called === null || called === record.what) return [];
  const cause = "it is not what its folder is called: it came into the place of another";
  return [differs(file, cause, {published: called, now: record.what})];
}

/** What other folders are compared with: nobody has signed it where it was added. */
const isRead: ReadonlySet<string> = new Set([...Object.values(recordFiles), "report.json"]);

/** Of files that were signed, and of those that were not. */
function fileFindings(
  files: SealedPlace["place"]["files"],
  sums: readonly FileSum[],
): {readonly own: readonly Finding[]; readonly added: readonly Finding[]} {
  const named = new Set(sums.map((sum) => sum.name));
  const own = sums.flatMap(({name, sha256: published}): Finding[] => {
    const file = files.get(name);
    if (file === undefined) return [differs(visible(name), "the file was taken away")];
    try {
      const now = file.sha256();
      return now === published
        ? []
        : [differs(visible(name), "the file was changed: its hash is another", {published, now})];
    } catch (fault) {
      if (!(fault instanceof UserError)) throw fault;
      return [unchecked(visible(name), fault.message)];
    }
  });
  const added = [...files.keys()].filter((name) => !named.has(name) && !besideSums.test(name)).sort();
  return {own, added: added.map((name) => differs(visible(name), "the file was added, and nobody has signed it"))};
}

/** Folders in which nothing lies; of such in such a folder the outermost. */
function emptyFolders({files, folders, refused}: SealedPlace["place"]): readonly string[] {
  const names = [...files.keys(), ...refused.map(({name}) => name)];
  const held = new Set(names.flatMap((name) => foldersAbove(name)));
  return folders.filter(
    (name) => !held.has(name) && foldersAbove(name).every((above) => above === "" || held.has(above)),
  );
}

function atMost(all: readonly Finding[]): readonly Finding[] {
  if (all.length <= mostNamed) return all;
  return [
    ...all.slice(0, mostNamed),
    differs(null, `and ${plural(all.length - mostNamed, "file more", "files more")}`),
  ];
}

function signatureFindings(
  place: SealedPlace["place"],
  signature: Signature,
  record: SealedRecord | null,
  sources: KeySources,
): {readonly findings: readonly Finding[]; readonly signer: Signer | null} {
  const signer = findSigner(signatureName, signature, record?.date ?? null, sources);
  if (Array.isArray(signer)) return {findings: signer, signer: null};
  const sums = place.files.get(sumsName);
  if (sums === undefined) return {findings: [], signer: null};
  const found = checkSignature(sums.read(), signature, signer.key);
  const said = {
    "other key": `not signed with the key ${keyNumber(signer.key)}`,
    "file changed": `${sumsName} is not what was signed with the key ${keyNumber(signer.key)}`,
    "comment changed": "the comment is not what was signed",
  };
  if (found !== "right") return {findings: [differs(signatureName, said[found])], signer: null};
  const other = record === null ? [] : commentFindings(signature.trustedComment, record);
  return {findings: [...signer.findings, ...other], signer: other.length > 0 ? null : signer};
}

/** A right signature of something else is no signature of this. */
function commentFindings(comment: string, {what, date}: SealedRecord): Finding[] {
  const [said = "", time = ""] = comment.split("\t");
  const isOfThis = said === `broadsheet ${what}` || said.startsWith(`broadsheet ${what}, `);
  const isOfThen = time === `timestamp:${Date.parse(`${date}T00:00:00Z`) / 1000}`;
  if (isOfThis && isOfThen) return [];
  const published = visible(comment.replaceAll("\t", " "));
  return [
    differs(signatureName, "the signature is of something else than what the folder says of itself", {
      published,
      now: `${what}, ${date}`,
    }),
  ];
}
