const names = new Intl.DisplayNames("en", {type: "region", fallback: "none"});

/** Two letters of ISO 3166, in capitals; null of what is no country. Great Britain may be called UK. */
export function countryNamed(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code) || code === "ZZ") return null;
  const region = code === "UK" ? "GB" : code;
  return names.of(region) === undefined ? null : region;
}

/** The number of an autonomous system, as `AS64500`; null of anything else. */
export function networkNamed(text: string): string | null {
  const [, digits] = /^AS\s?0{0,9}([1-9]\d{0,9})$/i.exec(text.trim()) ?? [];
  return digits === undefined || Number(digits) >= 2 ** 32 ? null : `AS${digits}`;
}
