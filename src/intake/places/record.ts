/** Where a client is, as far as its address tells. Each null where that is not known. */
export interface Place {
  /** ISO 3166-1 alpha-2, in capitals. */
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
}

/** Of what no database knows. */
export const nowhere: Place = {country: null, region: null, city: null};

/** What databases write for "no country". */
const noCountry = "ZZ";

/**
 * Which place does a record of an mmdb file name?
 *
 * Read in both layouts: flat (`country_code`, `state1`, `city`), as ip-location-db and IPinfo write, and nested
 * (`country.iso_code`, `subdivisions`, `city.names.en`), as MaxMind and DB-IP write.
 *
 * @param record Whatever stands in the file.
 */
export function placeIn(record: unknown): Place {
  const {country, country_code: code, city, subdivisions, state1, region} = fieldsOf(record);
  const place = {
    country: codeIn(code) ?? codeIn(fieldsOf(country)["iso_code"]) ?? codeIn(country),
    region: nameIn(Array.isArray(subdivisions) ? subdivisions[0] : null) ?? textIn(state1) ?? textIn(region),
    city: nameIn(city) ?? textIn(city),
  };
  return place.country === null && place.region === null && place.city === null ? nowhere : place;
}

/**
 * Which autonomous system does a record of an mmdb file name? `AS64500 Example Net`; null for none.
 *
 * Read as MaxMind, DB-IP and ip-location-db write it (`autonomous_system_number`), and as IPinfo does (`asn`, `name`).
 *
 * @param record Whatever stands in the file.
 */
export function ownerIn(record: unknown): string | null {
  const fields = fieldsOf(record);
  const number = fields["autonomous_system_number"] ?? fields["asn"];
  const code = typeof number === "number" ? `AS${number}` : textIn(number);
  const name = textIn(fields["autonomous_system_organization"]) ?? textIn(fields["as_name"]) ?? textIn(fields["name"]);
  return code === null ? null : [code, name].filter((part) => part !== null).join(" ");
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function nameIn(value: unknown): string | null {
  return textIn(fieldsOf(fieldsOf(value)["names"])["en"]);
}

function textIn(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function codeIn(value: unknown): string | null {
  const code = textIn(value)?.toUpperCase() ?? "";
  return /^[A-Z]{2}$/.test(code) && code !== noCountry ? code : null;
}
