import {capital, either, message} from "../../base/words/message.ts";
import type {Area} from "../../methodology/site/site.ts";
import type {Measure} from "../measure.ts";

/** How many distinct readers did one section of the site have? */
export function sectionReaders({name, prefixes}: Area): Measure {
  return areaReaders(
    {
      id: `section-readers:${name}`,
      label: message("measure.section-readers:NAME", {name: capital(name)}),
      definition: message("section-readers-means", {paths: either(prefixes)}),
      question: "section-readers",
    },
    {name, prefixes, isSent: false},
  );
}

/** How many distinct readers were sent on to an outside place? */
export function sentTo({name, prefixes}: Area): Measure {
  return areaReaders(
    {
      id: `sent-to:${name}`,
      label: message("measure.sent-to:NAME", {name}),
      definition: message("sent-to-means", {paths: either(prefixes)}),
      question: "sent-readers",
    },
    {name, prefixes, isSent: true},
  );
}

/** The distinct readers of a part of the site, by whose name its question answers. */
export function areaReaders(
  named: Pick<Measure, "id" | "label" | "definition" | "question">,
  area: NonNullable<Measure["area"]>,
): Measure {
  return {
    ...named,
    unit: message("unit.readers"),
    decimals: 0,
    part: area.name,
    figure: ({value}) => value,
    unrecorded: message("clients-not-named"),
    isSet: true,
    isRatio: false,
    area,
    onlyTotal: null,
  };
}
