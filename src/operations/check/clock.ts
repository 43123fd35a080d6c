import {utcMinute} from "../../base/text.ts";
import type {WorkspaceCheck} from "./check.ts";
import {withoutCatalogue} from "./found.ts";

/** As far as a log may be ahead when it is read. */
const aheadSeconds = 2 * 86_400;

/** Does this machine's clock agree with the requests? Of a clock that is behind, new lines are refused as coming from the future. */
export const clock: WorkspaceCheck = {
  name: "clock",
  look: (context) => {
    const {catalogue, now, store} = context;
    if (catalogue.value === null) return withoutCatalogue(context);
    const late = catalogue.value
      .inputs()
      .filter(({lastSecond}) => lastSecond !== null && lastSecond > now / 1000 + aheadSeconds);
    const text = `${utcMinute(now)} UTC`;
    const faults = late.map(({name, lastSecond}) => ({
      what: `${name} holds a request of ${new Date(lastSecond! * 1000).toISOString().slice(0, 10)}, which is to come`,
      where: store.catalogue,
      help: "set the clock of this machine; where it is right, the server's was wrong, and the log should be taken out",
    }));
    return {text, faults};
  },
};
