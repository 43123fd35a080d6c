import {drawCalendar} from "../../operations/inputs/calendar.ts";
import {listInputs} from "../../operations/inputs/list.ts";
import {settingsOfReading} from "../../operations/inputs/reading.ts";
import {withCatalogue, withStore} from "../../operations/store/open.ts";
import {calendarJson, renderCalendar} from "../../render/views/calendar.ts";
import {inputsJson, renderInputs, renderUnread} from "../../render/views/inputs.ts";
import {isSet, type Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet inputs`: what was read, or the days and hours that it covers. */
export const runInputs: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const {timeZone} = workspace.config;
  if (isSet(args, "calendar")) {
    const months = await withStore(store, drawCalendar);
    environment.stdout.write(format === "json" ? calendarJson(months) : renderCalendar(months, timeZone));
    return 0;
  }
  const {inputs, repeated, unread} = await withCatalogue(store, (catalogue) => ({
    inputs: catalogue.inputs(),
    repeated: catalogue.leftOut.repeated(),
    unread: catalogue.leftOut.unread(),
  }));
  const listed = listInputs(inputs, timeZone, settingsOfReading(workspace)).map((input) => {
    return {...input, repeated: repeated.filter((row) => row.input === input.id)};
  });
  environment.stdout.write(format === "json" ? inputsJson(listed) : `${renderInputs(listed)}${renderUnread(unread)}`);
  return 0;
};
