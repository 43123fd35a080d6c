import {joinAnd} from "../../base/text.ts";
import {followedOn, type KeyEntry, revokedOn, vouchedFor} from "../signatures/key-list.ts";
import {isSameKey, keyNumber, type PublicKey, printPublicKey} from "../signatures/public-key.ts";
import type {Signature} from "../signatures/signature.ts";
import {differs, type Finding, unchecked} from "./answer.ts";
import type {RememberedKey} from "./known-keys.ts";

/** Where keys are known from, whoever asks. */
export interface KeySources {
  /** By the person who asks; null where none was. */
  readonly given: PublicKey | null;
  /** On this machine, of this publication. */
  readonly remembered: RememberedKey | null;
  /** With which the workspace at hand signs; null where there is none. */
  readonly ours: PublicKey | null;
  /** The archive's own list; null where it has none, or one that is not right. */
  readonly listed: readonly KeyEntry[] | null;
}

/** With which key a signature is to be checked, and how far that is one to go by. */
export interface Signer {
  readonly key: PublicKey;
  /** "which you gave". */
  readonly from: string;
  readonly isKnown: boolean;
  /** What has to be said of it all the same. */
  readonly findings: readonly Finding[];
}

/** Which key has signed, and where is it known from? The findings where there is none to check with. */
export function findSigner(
  file: string,
  signature: Signature,
  date: string | null,
  sources: KeySources,
): Signer | Finding[] {
  const {given, remembered, ours, listed} = sources;
  // Whoever gives a key wants that one, and no other that is known besides.
  const known = [
    given && {key: given, from: "which you gave"},
    given === null && ours ? {key: ours, from: "with which this workspace signs"} : null,
    given === null && remembered ? {key: remembered.key, from: `which is remembered since ${remembered.on}`} : null,
  ].filter((one) => one !== null);
  for (const {key, from} of known) {
    const all = [key, ...(listed === null ? [] : vouchedFor(listed, key))];
    const found = all.find(({id}) => id.equals(signature.id));
    if (found === undefined) continue;
    const how = isSameKey(found, key) ? from : `which the key ${keyNumber(key)} vouches for, ${from}`;
    return {key: found, from: how, isKnown: true, findings: revocation(file, found, date, listed)};
  }
  const inList = listed?.find(({key}) => key.id.equals(signature.id))?.key ?? null;
  if (known.length > 0) return [otherKey(file, signature, known, inList)];
  if (inList === null) {
    const cause = `signed with the key ${keyNumber(signature)}, which nobody has given and the archive does not list: nothing was checked with it`;
    return [unchecked(file, cause, {advice: "give-key"})];
  }
  const from = "which is known only from this archive";
  const cause = `the key ${printPublicKey(inList)} is known only from this archive, which proves nothing alone: who changes the one can change the other`;
  return {
    key: inList,
    from,
    isKnown: false,
    findings: [unchecked(file, cause, {advice: "compare-key"}), ...revocation(file, inList, date, listed)],
  };
}

/** The loudest thing that there is to say: it is another's, or the publisher has lost a key. */
function otherKey(
  file: string,
  signature: Signature,
  known: readonly {readonly key: PublicKey; readonly from: string}[],
  inList: PublicKey | null,
): Finding {
  const names = joinAnd(known.map(({key, from}) => `${keyNumber(key)}, ${from}`));
  const list = inList === null ? "" : ". The archive lists that key, and no key that is known has signed for it";
  const cause = `SIGNED WITH ANOTHER KEY: ${keyNumber(signature)}, and not ${names}${list}`;
  return differs(file, cause, {advice: "ask-for-key"});
}

function revocation(file: string, key: PublicKey, date: string | null, listed: readonly KeyEntry[] | null): Finding[] {
  const on = listed === null ? null : revokedOn(listed, key);
  if (on === null) return retirement(file, key, date, listed);
  if (date === null || date >= on) return [differs(file, `the key ${keyNumber(key)} is not to be trusted since ${on}`)];
  const cause = `the key ${keyNumber(key)} is not to be trusted since ${on}; that this was signed before, only an older copy proves`;
  return [unchecked(file, cause)];
}

/** Who has the old key can still sign, and the publisher does not. */
function retirement(file: string, key: PublicKey, date: string | null, listed: readonly KeyEntry[] | null): Finding[] {
  const on = listed === null ? null : followedOn(listed, key);
  if (on === null || date === null || date <= on) return [];
  const cause = `the key ${keyNumber(key)} was followed by another on ${on}, and what it signs here says that it is of a later day: ask the publisher`;
  return [unchecked(file, cause)];
}
