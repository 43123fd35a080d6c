import type {Reporter, TestModule} from "vitest/node";

const shown = 10;

/** Says at the end which files took longest, so that a slow one is seen on the day it comes. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= shown) return;
    const rows = modules.map((module) => {
      const {collectDuration, duration} = module.diagnostic();
      return {file: module.relativeModuleId, seconds: (collectDuration + duration) / 1000};
    });
    const slowest = rows.sort((one, other) => other.seconds - one.seconds).slice(0, shown);
    const lines = slowest.map(({file, seconds}) => `${seconds.toFixed(1).padStart(8)} s  ${file}`);
    console.log(`\n The slowest ${shown} of ${rows.length} files\n${lines.join("\n")}\n`);
  }
}
