import {describe, expect, test} from "vitest";
import {openJobs} from "../../../src/serve/desk/jobs.ts";

/** Jobs of which each goes on until it is let go. */
function held() {
  const jobs = openJobs((fault) => {
    throw fault;
  });
  const begun: string[] = [];
  const letGo = new Map<string, () => void>();
  const start = (by: string, title: string) =>
    jobs.start({
      ...{by, title},
      run: () => {
        begun.push(title);
        return new Promise((done) => letGo.set(title, () => done({to: "/"})));
      },
    });
  const end = async (title: string): Promise<void> => {
    letGo.get(title)!();
    await new Promise((done) => setImmediate(done));
  };
  return {jobs, begun, start, end};
}

describe("long work of several people", () => {
  test("nobody's second goes on before another's first", async () => {
    const {begun, start, end} = held();
    for (const title of ["a1", "a2", "a3", "a4"]) start("a", title);
    for (const title of ["b1", "b2"]) start("b", title);
    expect(begun).toEqual(["a1", "a2"]);
    await end("a1");
    expect(begun).toEqual(["a1", "a2", "b1"]);
    await end("a2");
    expect(begun).toEqual(["a1", "a2", "b1", "a3"]);
    await end("b1");
    expect(begun).toEqual(["a1", "a2", "b1", "a3", "b2"]);
  });
  test("whoever asks for more than ten besides is refused, and nobody else for it", () => {
    const {start} = held();
    for (let count = 0; count < 12; count++) start("a", `a${count}`);
    expect(() => start("a", "more")).toThrow(expect.objectContaining({status: 503}));
    for (let count = 0; count < 10; count++) start("b", `b${count}`);
    expect(() => start("c", "more")).toThrow(expect.objectContaining({status: 503}));
  });
});
