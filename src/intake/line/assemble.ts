import {cleanText} from "./clean.ts";
import {clientKind, couldBeHost} from "./client-word.ts";
import type {LineFields, Reading} from "./fields.ts";
import {anyInstant, type InstantFormat} from "./instant.ts";
import {readRequest} from "./request.ts";
import type {LineField, Writing} from "./writing.ts";

/** A size that no answer has: a sign of a damaged line. */
export const mostBytes = 2 ** 40;

/** Puts together what a line tells from its parts, of whatever kind its format is. */
export class Assembler {
  readonly #instant: InstantFormat;
  readonly #agentEscapes: Writing["agentEscapes"];
  #into!: LineFields;
  #date = "";
  #clock = "";
  #query = "";
  #port = "";
  /** Where a size stands that no answer has; 0 where none does. */
  #badSizeAt = 0;
  #hasTime = false;
  /** Agents that came before, as they stood and as they are meant: few are all that most lines have. */
  readonly #agents = new Map<string, string>();

  constructor({instant = anyInstant, agentEscapes}: Writing = {}) {
    this.#instant = instant;
    this.#agentEscapes = agentEscapes;
  }

  /** Begins a line. */
  begin(into: LineFields): void {
    into.clear();
    this.#into = into;
    this.#date = "";
    this.#clock = "";
    this.#query = "";
    this.#port = "";
    this.#badSizeAt = 0;
    this.#hasTime = false;
  }

  /**
   * Takes a part of the line.
   *
   * @param column Where it stands, from 1.
   * @returns false where the text can be no such part.
   */
  put(field: LineField, text: string, column = 1): boolean {
    const into = this.#into;
    switch (field) {
      case "":
        return true;
      case "client":
        if (into.client === null) into.client = text;
        return true;
      case "host":
        if (into.host === null && !isNothing(text)) into.host = text;
        return true;
      case "port":
        this.#port = text;
        return true;
      case "time":
        this.#hasTime = true;
        into.timeColumn = column;
        return this.#putTime(text);
      case "date":
        this.#date = text;
        into.timeColumn = column;
        return text.length > 0 && text.length < 40;
      case "clock":
        this.#clock = text;
        return text.length > 0 && text.length < 40;
      case "request":
        readRequest(text, into);
        return true;
      case "method":
        into.method = text;
        return true;
      case "target":
      case "path":
        into.target = text;
        return true;
      case "query":
        this.#query = isNothing(text) ? "" : text;
        return true;
      case "status":
        return this.#putStatus(text);
      case "bytes":
        return this.#putBytes(text, column);
      case "referrer":
        into.referrer = text;
        return true;
      case "agent":
        into.agent = this.#unescape(text);
        return true;
      case "contentType":
        into.contentType = isNothing(text) ? null : text;
        return true;
      default:
        if (!isNothing(text)) into.forward(field.slice("forwarded:".length), text);
        return true;
    }
  }

  /** Ends a line whose parts were all there. */
  end(): Reading {
    const into = this.#into;
    if (this.#date !== "" || this.#clock !== "") {
      this.#hasTime = true;
      const written = `${this.#date} ${this.#clock}`;
      into.second = this.#instant.parse(written);
      // W3C's day and time of day are UTC by its rules; those of a person's own string are not.
      into.isZoned = this.#instant === anyInstant || (this.#instant.namesZone?.(written) ?? true);
    }
    const {client} = into;
    if (
      client !== null &&
      !isNothing(client) &&
      !client.startsWith("unix:") &&
      !client.split(",").some(couldBeClient)
    ) {
      return {reason: "no-client", column: 1, expected: "an address or the name of a host"};
    }
    if (!this.#hasTime) return {reason: "no-time", column: 1};
    if (Number.isNaN(into.second)) return {reason: "bad-time", column: into.timeColumn};
    if (this.#badSizeAt > 0) return {reason: "bad-bytes", column: this.#badSizeAt};
    // A log that tells no methods is one of what was delivered.
    if (into.target !== null) into.method ??= "GET";
    if (this.#query !== "" && into.target !== null && !into.target.includes("?")) {
      into.target += this.#query.startsWith("?") ? this.#query : `?${this.#query}`;
    }
    into.host = withPort(into.host, this.#port);
    return null;
  }

  #putTime(text: string): boolean {
    // Apache's `%t` brings its brackets along, wherever it stands.
    const written = text.charCodeAt(0) === 91 && text.endsWith("]") ? text.slice(1, -1) : text;
    this.#into.second = this.#instant.parse(written);
    this.#into.isZoned = this.#instant.namesZone?.(written) ?? true;
    return !Number.isNaN(this.#into.second) || this.#instant.isWrittenSo(written);
  }

  #putStatus(text: string): boolean {
    if (/^[1-9]\d\d$/.test(text)) this.#into.status = Number(text);
    // Servers write these where the client left before there was an answer.
    else if (text !== "-" && text !== "0" && text !== "000" && text !== "-1") return false;
    return true;
  }

  #putBytes(text: string, column: number): boolean {
    if (text === "-" || text === "") {
      this.#into.bytes = 0;
      return true;
    }
    // HAProxy's `option logasap`: so much had been sent by then, and more was to come.
    if (/^\+\d+$/.test(text)) return true;
    if (!/^\d+$/.test(text)) return false;
    this.#into.bytes = Number(text);
    if (this.#into.bytes > mostBytes) this.#badSizeAt = column;
    return true;
  }

  #unescape(text: string): string {
    if (this.#agentEscapes === undefined) return text;
    if (text.length > longestAgent) return meantAgent(text, this.#agentEscapes);
    const before = this.#agents.get(text);
    if (before !== undefined) return before;
    const agent = meantAgent(text, this.#agentEscapes);
    if (this.#agents.size >= mostAgents) this.#agents.clear();
    this.#agents.set(text, agent);
    return agent;
  }
}

/** What an agent is that is written with escapes. */
export function meantAgent(text: string, escapes: NonNullable<Writing["agentEscapes"]>): string {
  const spaced = escapes === "percent" ? text : text.replaceAll("+", " ");
  if (escapes === "plus" || !spaced.includes("%")) return spaced;
  // CloudFront writes some twice.
  return cleanText(percentDecoded(escapes === "form" ? spaced : percentDecoded(spaced)));
}

/** However many agents there are, memory stays what it is. */
const [mostAgents, longestAgent] = [1 << 12, 1000];

/** A name of one part may be any word of a line, but for the one that every machine has for itself. */
function couldBeClient(word: string): boolean {
  const bare = word.trim();
  return clientKind(bare) === "label"
    ? bare.toLowerCase() === "localhost"
    : clientKind(bare) !== null || couldBeHost(bare);
}

/** A host and its port, where that stands apart: the usual ones make no other host. */
export function withPort(host: string | null, port: string): string | null {
  if (host === null || !/^\d{1,5}$/.test(port) || port === "80" || port === "443") return host;
  return /:\d{1,5}$/.test(host) ? host : `${host}:${port}`;
}

/** How a server says that there is nothing. */
function isNothing(text: string): boolean {
  return text === "-" || text === "";
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
