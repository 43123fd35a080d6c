import type {Progress} from "../../operations/listener.ts";
import type {Environment} from "../environment.ts";

/** A bar on a terminal that shows how far logs are read. */
export interface ProgressBar {
  show(progress: Progress): void;
  hide(): void;
}

/** Opens a bar; it takes its line when something is shown first. */
export async function openBar({stderr}: Environment): Promise<ProgressBar> {
  const {default: progress} = await import("cli-progress");
  const bar = new progress.SingleBar({
    format: "reading {input} of {inputs}  {bar} {percentage}%  {rate} MB/s  {eta_formatted} left",
    stream: stderr,
    clearOnComplete: true,
    hideCursor: true,
    etaBuffer: 50,
    barsize: 30,
  });
  const started = performance.now();
  let isShown = false;
  return {
    show({bytesRead, bytes, inputsRead, inputs}) {
      const rate = Math.round(bytesRead / 1e3 / Math.max(1, performance.now() - started));
      const payload = {input: Math.min(inputsRead + 1, inputs), inputs, rate};
      if (!isShown) bar.start(bytes, bytesRead, payload);
      isShown = true;
      bar.update(bytesRead, payload);
    },
    hide() {
      if (isShown) bar.stop();
      isShown = false;
    },
  };
}
