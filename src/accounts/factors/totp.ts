import {createHmac, randomBytes, timingSafeEqual} from "node:crypto";

const [stepSeconds, digits, secretBytes] = [30, 6, 20];
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A new secret for an app of codes, in base 32. */
export function makeTotpSecret(): string {
  const bits = [...randomBytes(secretBytes)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits
    .match(/.{5}/g)!
    .map((five) => letters[Number.parseInt(five, 2)])
    .join("");
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

/** The code of a step of thirty seconds (RFC 6238 with SHA-1, as every app takes it; RFC 4226 for how it is cut). */
export function totpCode(secret: string, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const number = hash.readUInt32BE(hash[hash.length - 1]! & 0xf) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, "0");
}

/**
 * Of which step is the code that was typed: of this one, or of the one before, since typing takes time and clocks differ a little?
 *
 * @param usedStep The last whose code was taken: none is taken twice, nor one from before.
 * @returns null where it is of none.
 */
export function stepOfCode(secret: string, typed: string, nowMs: number, usedStep: number): number | null {
  const code = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return null;
  const step = Math.floor(nowMs / 1000 / stepSeconds);
  const fitting = [step, step - 1].filter((one) =>
    timingSafeEqual(Buffer.from(totpCode(secret, one)), Buffer.from(code)),
  );
  return fitting.find((one) => one > usedStep) ?? null;
}

/** What an app reads out of the picture: whose codes they are, of which site, and the secret. */
export function totpAddress(secret: string, name: string, site: string): string {
  // The colon parts the two.
  const [issuer, account] = [site, name].map((text) => encodeURIComponent(text.replaceAll(":", " ")));
  return `otpauth://totp/${issuer}:${account}?secret=${secret}&issuer=${issuer}`;
}

/** The same as a picture to be photographed. */
export async function drawTotp(address: string): Promise<string> {
  const {renderSVG} = await import("uqr");
  return renderSVG(address, {ecc: "M", border: 4});
}
