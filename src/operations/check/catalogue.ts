import {plural} from "../../base/text.ts";
import type {WorkspaceCheck} from "./check.ts";
import {tryOut, withoutCatalogue} from "./found.ts";

/** Is the catalogue whole, row by row? */
export const catalogue: WorkspaceCheck = {
  name: "catalogue",
  look: (context) => {
    const {catalogue: found, store} = context;
    const {value, fault} = found;
    if (value === null) return fault ? {text: "cannot be opened", faults: [fault]} : withoutCatalogue(context);
    const whole = tryOut(() => value.checkWhole(), store.catalogue);
    const counts = [
      plural(value.inputs().length, "input", "inputs"),
      plural(value.files().size, "file of facts", "files of facts"),
    ];
    if (whole.fault) return {text: "not what was written", faults: [whole.fault]};
    return {
      text: `whole: ${counts.join(", ")}, ${plural(value.closedMonths().size, "month", "months")} closed`,
      faults: [],
    };
  },
};
