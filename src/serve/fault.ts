/** Why a request has no answer, by its code: the status of HTTP, and what to try where nothing closer is known. */
export const servedFaults = {
  NOT_FOUND: {status: 404, help: "see what there is at /api/v1"},
  PARAMETER_REFUSED: {status: 400, help: "see what is taken at /api/v1/openapi.json"},
  PATH_REFUSED: {status: 400, help: "follow the links of the archive"},
  METHOD_REFUSED: {status: 405, help: "ask with GET"},
  BODY_REFUSED: {status: 413, help: "send no body: nothing is taken here"},
  HOST_UNKNOWN: {status: 421, help: "ask for the site by its own name"},
  ORIGIN_REFUSED: {status: 403, help: "open the page again, and send the form from there"},
  BUSY: {status: 503, help: "try again in a minute"},
  CHANGED: {status: 503, help: "try again in a minute"},
  BUG: {status: 500, help: "tell the publisher the number"},
} as const;

/** The code of a request that has no answer. */
export type FaultCode = keyof typeof servedFaults;

/** A request that has no answer, as it is told to whoever asked. */
export class ServedFault extends Error {
  override readonly name = "ServedFault";
  readonly code: FaultCode;
  /** The parameter that is meant; null where it is the request as a whole. */
  readonly where: string | null;
  readonly help: string;

  constructor(code: FaultCode, what: string, {where = null, help = servedFaults[code].help}: FaultParts = {}) {
    super(what);
    this.code = code;
    this.where = where;
    this.help = help;
  }

  get status(): number {
    return servedFaults[this.code].status;
  }
}

interface FaultParts {
  readonly where?: string | null;
  readonly help?: string;
}

/** A fault to be thrown. */
export function refusal(code: FaultCode, what: string, parts: FaultParts = {}): ServedFault {
  return new ServedFault(code, what, parts);
}

/** The one shape that every fault has in the API. */
export function faultAsJson({code, message, where, help, status}: ServedFault): object {
  return {error: {code, message, where, help, status}};
}
