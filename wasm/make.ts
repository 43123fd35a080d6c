import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import asc from "assemblyscript/asc";

/*
 * npm run wasm: makes `plain-lines.wasm` of `plain-lines.ts`. It stands in the repository, so that who runs Broadsheet needs no
 * compiler; `test/intake/plain/line-code.test.ts` holds that it is what the compiler makes of the source.
 */

const name = "plain-lines";
const options = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--use", "abort="];

/** The code of `plain-lines.ts`, compiled. */
export async function compileLines(): Promise<Uint8Array> {
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
  writeFileSync(new URL(`${name}.wasm`, import.meta.url), await compileLines());
}
