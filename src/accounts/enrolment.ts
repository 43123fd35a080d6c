import {dayOf} from "./day.ts";
import {type NewSecond, passkeysOf} from "./factors/keep.ts";
import {type PasskeySite, readNewPasskey, requestNewPasskey} from "./factors/passkey.ts";
import {drawTotp, makeTotpSecret, stepOfCode, totpAddress} from "./factors/totp.ts";
import {keepPending, pendingOf, type SessionRow} from "./sessions.ts";
import type {AccountsStore} from "./store.ts";

/** An app of codes to be set up: the secret to be typed, and the same as a picture (SVG). */
export interface TotpOffer {
  readonly secret: string;
  readonly picture: string;
}

/** Whose factor it is to be, and of which site, as an app or a browser shows it. */
export interface EnrolmentNames {
  readonly name: string;
  readonly site: string;
}

/** How a new second factor is proved: with a code, or with what the browser answers. */
export type SecondProof =
  | {readonly kind: "totp"; readonly code: string}
  | {readonly kind: "passkey"; readonly answer: string; readonly site: PasskeySite};

/** Offers an app of codes; shown again, it is the same until it is taken. */
export async function offerTotp(
  store: AccountsStore,
  row: SessionRow,
  {name, site}: EnrolmentNames,
): Promise<TotpOffer> {
  const secret = pendingOf(store, row).totp ?? makeTotpSecret();
  keepPending(store, row, {totp: secret});
  return {secret, picture: await drawTotp(totpAddress(secret, name, site))};
}

/** Asks for a new passkey. @returns What the browser's script takes. */
export async function offerPasskey(
  store: AccountsStore,
  row: SessionRow,
  site: PasskeySite,
  names: EnrolmentNames,
): Promise<string> {
  const known = row.person === null ? [] : passkeysOf(store, row.person);
  const {options, challenge} = await requestNewPasskey(site, {...names, known});
  keepPending(store, row, {challenge});
  return options;
}

/** The factor that was offered, where it was proved; else null. */
export async function provenSecond(
  store: AccountsStore,
  row: SessionRow,
  proof: SecondProof,
): Promise<NewSecond | null> {
  const {totp, challenge} = pendingOf(store, row);
  const now = store.now();
  if (proof.kind === "totp") {
    const step = totp === undefined ? null : stepOfCode(totp, proof.code, now, 0);
    return totp === undefined || step === null ? null : {kind: "totp", secret: totp, step};
  }
  const passkey = challenge === undefined ? null : await readNewPasskey(proof.answer, challenge, proof.site);
  // An authenticator makes a new one each time: what is known already is somebody's copy.
  const isNew = passkey !== null && store.file.one("passkeyById", {id: passkey.id}) === undefined;
  return isNew ? {kind: "passkey", passkey, day: dayOf(now)} : null;
}
