import type {PersonRow} from "../people.ts";
import type {AccountsStore} from "../store.ts";
import type {KeptPasskey} from "./passkey.ts";
import {makeRecoveryCodes, recoveryDigest} from "./recovery-codes.ts";

/** A second factor, proved and to be kept. */
export type NewSecond =
  | {readonly kind: "totp"; readonly secret: string; readonly step: number}
  | {readonly kind: "passkey"; readonly passkey: KeptPasskey; readonly day: string};

/** For what a secret of codes is sealed. */
export function totpPurpose(person: number): string {
  return `totp of ${person}`;
}

/** Keeps a second factor: an app of codes in the place of the one before, a passkey beside the others. */
export function keepSecond({file, sealing}: AccountsStore, person: number, second: NewSecond): void {
  if (second.kind === "totp") {
    const {secret, step} = second;
    file.change("setTotp", {id: person, totp: sealing.seal(secret, totpPurpose(person)), step});
    return;
  }
  const {id, publicKey, counter} = second.passkey;
  file.change("addPasskey", {id, person, publicKey, counter, added: second.day});
}

/** Makes new recovery codes; those before are worth nothing any more. They are told once. */
export function renewCodes({file}: AccountsStore, person: number): readonly string[] {
  const codes = makeRecoveryCodes();
  file.change("dropRecoveryCodes", {person});
  for (const code of codes) file.change("addRecoveryCode", {digest: recoveryDigest(code), person});
  return codes;
}

interface PasskeyRow {
  readonly id: string;
  readonly public_key: string;
  readonly counter: number;
  readonly added: string;
}

/** The passkeys of somebody. */
export function passkeysOf({file}: AccountsStore, person: number): (KeptPasskey & {readonly added: string})[] {
  return file
    .all<PasskeyRow>("passkeys", {person})
    .map(({id, public_key, counter, added}) => ({id, publicKey: public_key, counter, added}));
}

/** Has somebody a second factor besides recovery codes? */
export function hasSecond(store: AccountsStore, {id, totp}: PersonRow<string>): boolean {
  return totp !== null || passkeysOf(store, id).length > 0;
}
