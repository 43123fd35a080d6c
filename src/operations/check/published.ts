import {join} from "node:path";
import {plural} from "../../base/text.ts";
import {parseAnnouncement, parseEdition, parseErratum} from "../../report/restate/edition.ts";
import {parsePublished, parseReportJson} from "../../report/restate/published.ts";
import {
  readAnnouncementFolders,
  readEditionFolders,
  readErrataFolders,
  readPublishedFiles,
  type SealedFolder,
} from "../../workspace/published.ts";
import type {WorkspaceCheck} from "./check.ts";
import {tryOut} from "./found.ts";

/** Is what was published as it was? Signatures are for who verifies an edition; here it is what the workspace counts from. */
export const published: WorkspaceCheck = {
  name: "published",
  look: ({folder}) => {
    const files = readPublishedFiles(folder);
    const kinds = [
      {read: readEditionFolders, parse: parseTexts},
      {read: readErrataFolders, parse: ofFirst("erratum.json", parseErratum)},
      {read: readAnnouncementFolders, parse: ofFirst("announcement.json", parseAnnouncement)},
    ];
    const ofFiles = files.map(({path, text}) => tryOut(() => parsePublished(text, path), path).fault ?? []);
    const ofFolders = kinds.map(({read, parse}) => tryOut(() => read(folder).map(parse), join(folder, "published")));
    const faults = [...ofFiles.flat(), ...ofFolders.flatMap(({fault}) => fault ?? [])];
    const [editions, errata] = ofFolders.map(({value}) => value?.length ?? 0);
    if (faults.length > 0) return {text: `${plural(faults.length, "file is", "files are")} not as published`, faults};
    if (files.length + editions! === 0) return {text: "nothing was published", faults: []};
    const counts = [
      ...(editions! > 0 ? [plural(editions!, "edition", "editions")] : []),
      ...(errata! > 0 ? [plural(errata!, "erratum", "errata")] : []),
      ...(files.length > 0 ? [plural(files.length, "report", "reports")] : []),
    ];
    return {text: `${counts.join(", ")}, readable`, faults: []};
  },
};

function parseTexts({path, texts: [record, report]}: SealedFolder): void {
  parseEdition(record!, join(path, "edition.json"));
  parseReportJson(report!);
}

function ofFirst(name: string, parse: (text: string, path: string) => unknown): (folder: SealedFolder) => void {
  return ({path, texts: [text]}) => void parse(text!, join(path, name));
}
