import type {AuthenticationResponseJSON, RegistrationResponseJSON} from "@simplewebauthn/server";
import {parsedJson} from "../../base/json.ts";

/** Where a passkey is for: the name of the host, and how the browser calls the site. */
export interface PasskeySite {
  readonly host: string;
  readonly origin: string;
}

/** What is kept of a passkey: nothing secret. */
export interface KeptPasskey {
  readonly id: string;
  /** COSE, in base64url. */
  readonly publicKey: string;
  readonly counter: number;
}

/** What a browser's script hands to the authenticator, as JSON, and the challenge in it. */
export interface PasskeyRequest {
  readonly options: string;
  readonly challenge: string;
}

/** EdDSA, ES256 and RS256. Asked for others, Node says that they are an experiment. */
const algorithms = [-8, -7, -257];
const longestAnswer = 20_000;

/** It is some 8 MB, and many never need it. */
const load = () => import("@simplewebauthn/server");

/** Asks for a new passkey. */
export async function requestNewPasskey(
  {host}: PasskeySite,
  about: {readonly name: string; readonly site: string; readonly known: readonly KeptPasskey[]},
): Promise<PasskeyRequest> {
  const {generateRegistrationOptions} = await load();
  const options = await generateRegistrationOptions({
    rpID: host,
    rpName: about.site,
    userName: about.name,
    userDisplayName: about.name,
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: about.known.map(({id}) => ({id})),
    // It stands beside a pass phrase: that somebody is there is asked for, and it takes no room in the authenticator.
    authenticatorSelection: {residentKey: "discouraged", userVerification: "preferred"},
  });
  return {options: JSON.stringify(options), challenge: options.challenge};
}

/** Is it the passkey that was asked for? null where it is none. */
export async function readNewPasskey(
  answer: string,
  challenge: string,
  {host, origin}: PasskeySite,
): Promise<KeptPasskey | null> {
  const response = parsedAnswer(answer);
  if (response === null) return null;
  const {verifyRegistrationResponse} = await load();
  const {registrationInfo} = await orNothing(() =>
    verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (registrationInfo === undefined) return null;
  const {id, publicKey, counter} = registrationInfo.credential;
  return {id, publicKey: Buffer.from(publicKey).toString("base64url"), counter};
}

/** Asks for one of the passkeys that are known. */
export async function requestPasskey({host}: PasskeySite, known: readonly KeptPasskey[]): Promise<PasskeyRequest> {
  const {generateAuthenticationOptions} = await load();
  const allowCredentials = known.map(({id}) => ({id}));
  const options = await generateAuthenticationOptions({rpID: host, allowCredentials, userVerification: "preferred"});
  return {options: JSON.stringify(options), challenge: options.challenge};
}

/** Was it signed by one of them? That one, with its new counter; else null. */
export async function checkPasskey(
  answer: string,
  challenge: string,
  {host, origin}: PasskeySite,
  known: readonly KeptPasskey[],
): Promise<KeptPasskey | null> {
  const response = parsedAnswer(answer);
  const kept = known.find(({id}) => id === response?.["id"]);
  if (response === null || kept === undefined) return null;
  const {verifyAuthenticationResponse} = await load();
  const {verified, authenticationInfo} = await orNothing(() =>
    verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: false,
      credential: {
        id: kept.id,
        publicKey: new Uint8Array(Buffer.from(kept.publicKey, "base64url")),
        counter: kept.counter,
      },
    }),
  );
  return verified && authenticationInfo ? {...kept, counter: authenticationInfo.newCounter} : null;
}

function parsedAnswer(answer: string): Readonly<Record<string, unknown>> | null {
  if (answer.length > longestAnswer) return null;
  const value = parsedJson(answer);
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}

/** What is not as it has to be is thrown as an error of whatever kind; all of them say that it is not taken. */
async function orNothing<T extends object>(verify: () => Promise<T>): Promise<Partial<T>> {
  try {
    return await verify();
  } catch {
    return {};
  }
}
