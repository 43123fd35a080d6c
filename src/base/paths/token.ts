/** A shorter text may be a word. */
export const fewestSigns = 16;

/** A longer one no program draws. */
export const longestToken = 512;

/** Does it look like what a machine drew by lot: letters and digits, mixed and long? A title has hyphens, and a number no letters. */
export function isToken(value: string): boolean {
  if (value.length < fewestSigns || value.length > longestToken || !/^[A-Za-z0-9]+$/.test(value)) return false;
  const digits = value.replace(/\D/g, "").length;
  return digits >= 4 && digits < value.length;
}
