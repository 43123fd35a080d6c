import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import asc from "assemblyscript/asc";

/*
 * npm run wasm: makes `NAME.wasm` of `NAME.ts`. They stand in the repository, so that who runs Broadsheet needs no compiler;
 * `test/wasm.test.ts` holds that they are what the compiler makes of the sources.
 */

/** The names of the sources. */
export const names = ["plain-lines", "pack-numbers"] as const;

const options = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--use", "abort="];

/** The code of a source, compiled. */
export async function compile(name: (typeof names)[number]): Promise<Uint8Array> {
  const source = readFileSync(new URL(`${name}.ts`, import.meta.url), "utf8");
  let code: Uint8Array | null = null;
  const {error, stderr} = await asc.main([`${name}.ts`, ...options, "--outFile", `${name}.wasm`], {
    readFile: (file) => (file === `${name}.ts` ? source : null),
    writeFile: (_, contents) => {
      code = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error || !code) throw new Error(`${error?.message ?? "nothing was made"}\n${stderr.toString()}`);
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of names) writeFileSync(new URL(`${name}.wasm`, import.meta.url), await compile(name));
}
