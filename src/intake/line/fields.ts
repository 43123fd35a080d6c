import type {LineLayout} from "../layouts/layout.ts";

/** Why a line is no request; explained in docs/formats.md. */
export type RefusalReason =
  | "no-match"
  | "no-time"
  | "bad-time"
  | "absurd-time"
  | "bad-bytes"
  | "too-long"
  | "no-client";

/** Why a line is no request, and where it goes wrong. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** From 1. */
  readonly column: number;
  /** What should have stood there, where that can be said in a word. */
  readonly expected?: string;
}

/** Where an address stands that a line names: the connection itself, or a header that a proxy wrote. */
export type AddressSource = string;

/** The connection's own other end. */
export const connection: AddressSource = "connection";

/**
 * What one line tells about one request, as text, before anything is made of it.
 *
 * One of these is written over by line after line: a reader makes no object of its own for each.
 */
export class LineFields {
  /** Instant in seconds since 1970, UTC; NaN where there is none. */
  second = Number.NaN;
  /** Does the line say by which zone's clock that is, or is it written in UTC by rule? */
  isZoned = true;
  /** Where the instant stands in the line, from 1. */
  timeColumn = 1;
  /** The other end of the connection, as it stands there; null where the line names none. */
  client: string | null = null;
  /** What else the line names as an address, by the header it comes from; null where it names no other. */
  forwarded: Map<AddressSource, string> | null = null;
  /** The virtual host, with its port where the line has it. */
  host: string | null = null;
  method: string | null = null;
  /** What was asked for, as it stands in the request line, with its query. */
  target: string | null = null;
  /** 0 where the line has none, or one that is none (a client that left). */
  status = 0;
  /** NaN where the line does not record it. */
  bytes = Number.NaN;
  /** The page before, whole; null where not recorded. */
  referrer: string | null = null;
  /** Null where not recorded, which is not the same as one that is empty. */
  agent: string | null = null;
  /** What the server said it sent, such as `text/html; charset=utf-8`; null where not recorded. */
  contentType: string | null = null;

  /** Forgets the line before. */
  clear(): void {
    this.second = Number.NaN;
    this.isZoned = true;
    this.timeColumn = 1;
    this.client = null;
    this.forwarded = null;
    this.host = null;
    this.method = null;
    this.target = null;
    this.status = 0;
    this.bytes = Number.NaN;
    this.referrer = null;
    this.agent = null;
    this.contentType = null;
  }

  /** Notes an address that a header named. */
  forward(source: AddressSource, text: string): void {
    this.forwarded ??= new Map();
    this.forwarded.set(source, text);
  }
}

/** A line that is no request and nothing is wrong with: blank, a comment, a header of columns. */
export const ignored = "ignored";

/** What became of a line: null where it is a request. */
export type Reading = Refusal | typeof ignored | null;

/**
 * Takes the lines of one input apart, one after the other.
 *
 * Lines come in their order: some formats name their columns in a line of their own.
 */
export interface LineReader {
  /**
   * What does the line say?
   *
   * @param text The line without its end, every control character written out; see `line/clean.ts`.
   * @param into Is written over; what it holds means nothing where the line is no request.
   */
  read(text: string, into: LineFields): Reading;

  /**
   * How do plain lines stand that are like this one? Null where that cannot be said of them together.
   *
   * @param text A line that was read, and is a request.
   */
  layoutOf?(text: string): LineLayout | null;
}
