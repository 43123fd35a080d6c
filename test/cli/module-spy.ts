import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

/** Sees which modules a process loads, packages by their address. */
export interface ModuleSpy {
  /** What Node is to be told before its program. */
  readonly options: readonly string[];
  readonly loaded: () => string[];
}

/** A spy in a folder; what it has seen before is forgotten. */
export function spyOnModules(folder: string): ModuleSpy {
  const [spy, list] = [join(folder, "spy.mjs"), join(folder, "loaded.txt")];
  writeFileSync(list, "");
  writeFileSync(
    spy,
    `import {appendFileSync} from "node:fs";
    import {registerHooks} from "node:module";
    registerHooks({
      resolve(specifier, context, next) {
        const found = next(specifier, context);
        appendFileSync(${JSON.stringify(list)}, found.url + "\\n");
        return found;
      },
    });`,
  );
  const loaded = (): string[] => readFileSync(list, "utf8").trim().split("\n");
  return {options: ["--import", pathToFileURL(spy).href], loaded};
}
