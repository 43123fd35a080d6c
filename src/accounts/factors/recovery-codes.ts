import {sha256} from "../../base/sha256.ts";
import {makeCode, plainCode} from "../secrets.ts";

/** Each of 24 letters of 5 bits: 120 bits, so that its hash needs no salt. */
const [howMany, lettersOfCode, lettersOfGroup] = [8, 24, 4];

/** Codes for who has lost the second factor, each for one time. */
export function makeRecoveryCodes(): string[] {
  return Array.from({length: howMany}, () => makeCode(lettersOfCode, lettersOfGroup));
}

/** What is kept of one, and what is looked for of one that is typed. */
export function recoveryDigest(typed: string): string {
  return sha256(`recovery ${plainCode(typed)}`);
}
