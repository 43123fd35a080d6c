import {compilePdf, loadTypst} from "../../../src/render/pdf/compile.ts";
import type {Typesetter} from "../../../src/render/pdf/typesetter.ts";

/** Sets pages in the thread of the test: one of its own, for each place that is verified, takes longer to begin than to set them. */
export function setHere(): Typesetter {
  return {set: async (task) => compilePdf(await loadTypst(), task), close: () => Promise.resolve()};
}
