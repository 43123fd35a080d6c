import {spawn} from "node:child_process";
import {readFileSync} from "node:fs";

/** What one whole process took, from before its start to after its end. */
export interface Measurement {
  readonly wallMs: number;
  /** User and system together, of all its threads and children: what a busy machine does not change. Null off Linux. */
  readonly processorMs: number | null;
  /** Most memory it held at once; null where the system does not tell. */
  readonly peakBytes: number | null;
}

/** How often the peak is looked up. The kernel keeps the highest value, so only growth in the last moment escapes. */
const lookEveryMs = 5;

/** The kernel's own record of the most memory a live process has held; null once it has ended, and off Linux. */
function peakOf(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

const tickMs = 10;

/** What the children that have ended took of the processors, all together; null off Linux. */
function childrenMs(): number | null {
  try {
    // The name of the program stands in brackets and may hold anything.
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[13]) + Number(fields[14])) * tickMs;
  } catch {
    return null;
  }
}

/**
 * How long does this command take, and how much memory? One at a time: what it took is what all children have taken since.
 *
 * Needs no tool beside Linux: GNU time is on few machines, and Node does not tell what a child has used.
 *
 * @throws {Error} when the command ends with a status other than 0; with what it said.
 */
export async function measure(program: string, words: readonly string[], cwd: string): Promise<Measurement> {
  const before = childrenMs();
  const started = performance.now();
  const child = spawn(program, words, {cwd, stdio: ["ignore", "ignore", "pipe"]});
  let peakBytes: number | null = null;
  const look = (): void => {
    if (child.pid !== undefined) peakBytes = peakOf(child.pid) ?? peakBytes;
  };
  const clock = setInterval(look, lookEveryMs);
  let talk = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    talk = (talk + text).slice(-4000);
  });
  try {
    const wallMs = await new Promise<number>((resolve, reject) => {
      let endedMs = 0;
      child.on("error", reject);
      child.on("exit", () => {
        endedMs = performance.now() - started;
      });
      child.on("close", (status, signal) => {
        if (status === 0) resolve(endedMs);
        else reject(new Error(`${program} ${words.join(" ")} ended with ${status ?? signal}\n${talk}`));
      });
    });
    const after = childrenMs();
    return {wallMs, processorMs: before === null || after === null ? null : after - before, peakBytes};
  } finally {
    clearInterval(clock);
  }
}

/** Several processes one after the other: the times add up, the peaks do not. */
export function together(...parts: readonly Measurement[]): Measurement {
  const peaks = parts.map(({peakBytes}) => peakBytes).filter((peak) => peak !== null);
  const processors = parts.map(({processorMs}) => processorMs).filter((taken) => taken !== null);
  return {
    wallMs: parts.reduce((sum, {wallMs}) => sum + wallMs, 0),
    processorMs: processors.length < parts.length ? null : processors.reduce((sum, taken) => sum + taken, 0),
    peakBytes: peaks.length === 0 ? null : Math.max(...peaks),
  };
}
