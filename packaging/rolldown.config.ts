import {globSync, readFileSync} from "node:fs";
import {dirname, relative} from "node:path/posix";
import {fileURLToPath} from "node:url";
import {defineConfig, type Plugin, type RolldownOptions} from "rolldown";

/*
 * What `npm run build` makes of the sources: `dist/`, the program as it is installed. Why, and what stays outside of it:
 * docs/decisions/0014-installed-as-a-bundle.md.
 */

const sources = fileURLToPath(new URL("../src/", import.meta.url));

/** Each is loaded by its path, as it was written: the program, and what its threads run. */
const program = "cli/main";
/** What a program imports; its parts are its own, so that the commands load none of them. */
const library = "publish/library";
const threads = [
  ...["intake/scanner/scan-thread", "intake/scanner/encode-thread", "ledger/import/workbook-worker"],
  "render/pdf/typesetting-thread",
];

/** Native code; and lists of robots, whose versions are told beside the figures, so that they have to be those that are installed. */
const external = [
  "@duckdb/node-bindings",
  "@myriaddreamin/typst-ts-node-compiler",
  "@resvg/resvg-js",
  "crawler-user-agents",
  "isbot",
];

/** What the program reads beside itself: the template of the PDF and its fonts, with their licences; the scripts of the desk and of shells. */
const besides: Plugin = {
  name: "besides",
  generateBundle() {
    for (const file of globSync(
      [
        ...["render/pdf/{template,fonts}/*.{typ,ttf,txt,md}", "serve/{desk,forms,forum}/script/*.js"],
        ...["cli/completion/broadsheet.*", "intake/places/networks.{bin,md}"],
      ],
      {cwd: sources},
    )) {
      this.emitFile({type: "asset", fileName: file.replaceAll("\\", "/"), source: readFileSync(`${sources}${file}`)});
    }
  },
};

/**
 * Where is a module that was put into another file?
 *
 * Where it would be if `dist/` had a file for each of `src/`: so what it finds beside itself or in `sql/`, it finds from any file.
 */
const places: Plugin = {
  name: "places",
  transform(code, id) {
    if (!id.startsWith(sources) || !code.includes("import.meta.url")) return null;
    const place = id.slice(sources.length).replace(/\.ts$/, ".js");
    return {code: code.replaceAll("import.meta.url", `new URL("dist:${place}", import.meta.url).href`)};
  },
  renderChunk(code, {fileName}) {
    if (!code.includes('"dist:')) return null;
    return {code: code.replaceAll('"dist:', `"${relative(dirname(fileName), "")}/`)};
  },
};

function bundleOf(entry: string): RolldownOptions {
  return {
    input: {[entry]: `${sources}${entry}.ts`},
    platform: "node",
    external,
    plugins: entry === program ? [places, besides] : [places],
    // A thread that needs one constant of a file that needs the engine does not load the engine.
    treeshake: {moduleSideEffects: (id) => !id.includes("/node_modules/@duckdb/")},
    output: {
      dir: "dist",
      cleanDir: entry === program,
      entryFileNames: "[name].js",
      chunkFileNames: entry === library ? "parts/library/[name].js" : "parts/[name].js",
    },
  };
}

/** One bundle a thread, so that each is one file. The program's is first: it clears the folder. */
export default defineConfig([program, library, ...threads].map(bundleOf));
