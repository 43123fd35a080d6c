import {BaseSequencer, type TestSpecification} from "vitest/node";

/** Short as files, long as tests: begun last, they would run alone at the end. */
const longest = ["/test/cli/cases.test.ts", "/test/docs/examples.test.ts"];

/** Begins with what takes longest; of all others vitest knows from the run before, or takes larger files first. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({moduleId}: TestSpecification): boolean => longest.some((end) => moduleId.endsWith(end));
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}
