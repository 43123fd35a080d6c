import {blanks} from "../kinds/pattern.ts";
import {epoch, type InstantFormat} from "../line/instant.ts";
import {strftime} from "../line/strftime.ts";
import type {LineField} from "../line/writing.ts";
import {field, literalPiece, type Piece, passedOver} from "./pieces.ts";

const fields: Readonly<Record<string, LineField>> = {
  h: "client",
  v: "host",
  r: "request",
  m: "method",
  U: "target",
  q: "query",
  s: "status",
  b: "bytes",
  R: "referrer",
  u: "agent",
  d: "date",
  t: "clock",
  x: "time",
  M: "contentType",
};

/** The predefined formats of GoAccess, by name, and what they are called here. */
export const goaccessNames: Readonly<Record<string, string>> = {
  COMBINED: "combined",
  VCOMBINED: "combined-vhost",
  COMMON: "common",
  VCOMMON: "common-vhost",
  W3C: "w3c",
  CLOUDFRONT: "cloudfront",
  CLOUDSTORAGE: "google-storage",
  AWSELB: "aws-alb",
  AWSALB: "aws-alb",
  AWSS3: "aws-s3",
  SQUID: "squid",
  CADDY: "caddy",
  TRAEFIKCLF: "traefik-clf",
};

/**
 * The pieces of a format of GoAccess.
 *
 * @param date As in its `--date-format`. @param time As in its `--time-format`.
 */
export function goaccessPieces(string: string, date: string, time: string): Piece[] {
  const instant = strftime(`${date} ${time}`);
  const pieces = [...string.matchAll(/~h\{([^}]*)\}|%([A-Za-z^~])|\\t|([^%~\\]+|[%~\\])/g)];
  return pieces.map(([whole, list, letter, text]): Piece => {
    if (list !== undefined) return field("forwarded:x-forwarded-for");
    if (whole === "\\t") return literalPiece("\t");
    if (text !== undefined) return literalPiece(text);
    if (letter === "~") return {tokens: [blanks]};
    if (letter === "x") return field("time", timestamp(date, time));
    const name = fields[letter!];
    if (name === undefined) return passedOver;
    return name === "date" || name === "clock" ? {tokens: [{field: name}], ...(instant ? {instant} : {})} : field(name);
  });
}

/** What `%x` writes: one of the two patterns where they are the same, else both with a blank or without. */
function timestamp(date: string, time: string): InstantFormat {
  // `%f` is GoAccess's word for microseconds since 1970.
  if (date === "%f" || date === "%s") return epoch;
  return strftime(date === time ? date : `${date} ${time}`) ?? strftime(date) ?? epoch;
}
