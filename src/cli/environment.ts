/** All that a command knows of the world around it; the tests bring their own. */
export interface Environment {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the person stands: what paths are relative to. */
  readonly cwd: string;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Stops what takes long: a person has interrupted it. */
  readonly signal?: AbortSignal | undefined;
  /** Ends what goes on until it is told to end: the system has told it. */
  readonly termination?: AbortSignal | undefined;
}

/** The world of a running process. */
export function outsideOf(
  process: NodeJS.Process,
  ends: Pick<Environment, "signal" | "termination"> = {},
): Environment {
  const {stdin, stdout, stderr, env} = process;
  // npm runs scripts in the project's folder and says here where the person was.
  const called = env["npm_lifecycle_event"] === "broadsheet" ? env["INIT_CWD"] : undefined;
  return {stdin, stdout, stderr, env, cwd: called ?? process.cwd(), now: Date.now, ...ends};
}

/** May text on this stream be coloured? */
export function isColored(stream: NodeJS.WriteStream, {env}: Environment): boolean {
  return stream.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}
