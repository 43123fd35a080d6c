import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {parsedJson} from "../../base/json.ts";
import {isDay} from "../../base/period.ts";
import {sha256} from "../../base/sha256.ts";
import {visible} from "../../base/text.ts";
import {decimals} from "../../report/json/fields.ts";
import {isSameKey, keyNumber, type PublicKey, parsePublicKey} from "../signatures/public-key.ts";
import {parseSignature} from "../signatures/signature.ts";
import {isSignedStatement} from "../signatures/statement.ts";
import {differs, type Finding, unchecked, valueTold, verifyAdvice} from "./answer.ts";
import type {SealedPlace} from "./archive.ts";
import {textOf} from "./place/place.ts";
import type {SealedRecord} from "./record.ts";

const answer = z.enum(["verified", "differs", "could not be checked"]);
const text = z.string().max(5000);
const isFigure = (said: string | null): boolean => Number.isFinite(valueTold(said) ?? 0);
const finding = z
  .looseObject({
    answer: answer.exclude(["verified"]),
    ...{file: text.nullable(), cell: text.nullable(), published: text.nullable(), now: text.nullable(), cause: text},
    decimals: decimals.optional(),
    // Another version may advise what this one does not know.
    advice: z.enum(verifyAdvice).optional().catch(undefined),
  })
  .refine(({decimals: digits, published, now}) => digits === undefined || (isFigure(published) && isFigure(now)));
const statement = z.looseObject({
  publication: text,
  period: text,
  name: text,
  key: z.string(),
  date: z.string().refine(isDay),
  sums: z.string(),
  levels: z.array(z.looseObject({level: z.int(), answer, findings: z.array(finding).max(100_000)})).max(5),
});

/** What an auditor has said of an edition, as far as the signature is right. */
export interface Countersignature {
  /** The auditor's, as the statement says it. */
  readonly name: string;
  readonly key: PublicKey;
  /** `YYYY-MM-DD`, as the statement says. */
  readonly date: string;
  /** Was the key given; is it the publisher's own; or is it known from the statement alone? */
  readonly from: "given" | "publisher" | "statement";
  /** What was checked, with what was found otherwise. */
  readonly levels: z.output<typeof statement>["levels"];
}

/** Who has countersigned, and what is wrong with what lies there as a countersignature. */
export interface FoundCountersignatures {
  readonly signatures: readonly Countersignature[];
  readonly findings: readonly Finding[];
  /** Signatures that say of nothing what was checked; in sentences. */
  readonly notes: readonly string[];
}

/** Whose keys are known. */
export interface AuditorKeys {
  readonly given: readonly PublicKey[];
  /** With which the edition is signed; null where that is not known. */
  readonly publisher: PublicKey | null;
}

/** Who has countersigned an edition, with which key, and what did they find? A forged one is a finding that differs. */
export function countersigned(
  {place, name: where}: SealedPlace,
  record: SealedRecord | null,
  keys: AuditorKeys,
): FoundCountersignatures {
  const sums = place.files.get("SHA256SUMS");
  const stems = [...place.files.keys()].flatMap(
    (name) => /^(SHA256SUMS\.[A-Za-z0-9_-]{1,80})\.(?:json|minisig)$/.exec(name)?.[1] ?? [],
  );
  const read = [...new Set(stems)].sort().map((stem): Countersignature | Finding | string => {
    try {
      if (!place.files.has(`${stem}.json`)) return withoutStatement(stem, textOf(place, `${stem}.minisig`, where));
      if (!place.files.has(`${stem}.minisig`))
        return differs(`${stem}.json`, "a statement about the edition that nobody has signed");
      const said = textOf(place, `${stem}.json`, where);
      const {data} = statement.safeParse(parsedJson(said));
      if (data === undefined) return differs(`${stem}.json`, "it is no statement of who countersigns");
      const key = parsePublicKey(data.key, `${stem}.json`);
      const signature = parseSignature(textOf(place, `${stem}.minisig`, where), `${stem}.minisig`);
      const bytes = sums?.read() ?? Buffer.alloc(0);
      const forged = (fault: string): Finding =>
        differs(`${stem}.json`, `the countersignature in the name of ${data.name} is forged: ${fault}`);
      if (!isSignedStatement({sha256: sha256(said), sums: data.sums}, bytes, signature, key))
        return forged("the statement is not what was signed, or is of another edition");
      const isOfThis = record !== null && data.period === record.period && data.publication === record.publication;
      if (!isOfThis) return forged("it is of another edition");
      return {name: data.name, key, date: data.date, from: knownFrom(key, keys), levels: data.levels};
    } catch (fault) {
      if (fault instanceof UserError) return differs(fault.where ?? stem, fault.message);
      throw fault;
    }
  });
  const signatures = read.filter((one) => typeof one === "object" && "levels" in one);
  const lacking = keys.given.filter((key) => !signatures.some((one) => isSameKey(one.key, key)));
  return {
    signatures,
    findings: [
      ...read.filter((one) => typeof one === "object" && "cause" in one),
      ...lacking.map((key) => unchecked(null, `nobody has countersigned with the auditor's key ${keyNumber(key)}`)),
    ],
    notes: read.filter((one) => typeof one === "string"),
  };
}

function knownFrom(key: PublicKey, {given, publisher}: AuditorKeys): Countersignature["from"] {
  if (given.some((one) => isSameKey(one, key))) return "given";
  return publisher !== null && isSameKey(publisher, key) ? "publisher" : "statement";
}

/** Somebody may have signed with minisign alone: then nothing says what for. */
function withoutStatement(stem: string, text: string): string {
  const file = visible(`${stem}.minisig`);
  try {
    const {trustedComment} = parseSignature(text, file);
    return `${file} has no statement of what was checked, and was not looked at; it says: ${visible(trustedComment.replaceAll("\t", " "))}`;
  } catch (fault) {
    if (fault instanceof UserError) return `${file} is no signature, and has no statement: it was passed over`;
    throw fault;
  }
}
