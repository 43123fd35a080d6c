import {spawn, spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {createServer} from "node:net";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the Nu HTML checker answers; null where it or Java is missing. */
    nuChecker: string | null;
  }
}

const jar = fileURLToPath(new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));

/** Starts the Nu HTML checker once for all files: its beginning takes as long as hundreds of pages. */
export default async function startChecker(project: TestProject): Promise<(() => void) | undefined> {
  const isThere = existsSync(jar) && spawnSync("java", ["-version"]).status === 0;
  if (!isThere && process.env.CI === "true") throw new Error(`the Nu HTML checker or Java is missing: ${jar}`);
  if (!isThere) {
    process.stderr.write("The Nu HTML checker looks at no page: npm install --prefix test/browser/nu, and Java\n");
    project.provide("nuChecker", null);
    return undefined;
  }
  const port = await freePort();
  const manner = ["-Xss4m", "-Xmx512m", "-Dnu.validator.servlet.bind-address=127.0.0.1"];
  const checker = spawn("java", [...manner, "-cp", jar, "nu.validator.servlet.Main", String(port)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  checker.stderr.resume();
  await new Promise<void>((begun, failed) => {
    checker.once("exit", (code) => failed(new Error(`the Nu HTML checker ended with ${code}`)));
    createInterface({input: checker.stdout}).on("line", (line) => {
      if (line.includes("service started")) begun();
    });
  });
  project.provide("nuChecker", `http://127.0.0.1:${port}/`);
  return () => void checker.kill();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
