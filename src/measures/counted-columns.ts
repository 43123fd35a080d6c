import {message} from "../base/words/message.ts";
import type {CountedColumn} from "./layout.ts";

const megabytesColumn: CountedColumn = {
  id: "megabytes",
  label: message("column.megabytes"),
  unit: message("unit.megabytes"),
  decimals: 1,
  value: ({bytes}) => (bytes ?? 0) / 1e6,
};

const shareOf = (part: number | undefined, whole: number | undefined): number | null =>
  whole ? (100 * (part ?? 0)) / whole : null;

const readersColumn: CountedColumn = {
  id: "readers",
  label: message("column.readers"),
  unit: message("unit.readers"),
  decimals: 0,
  value: ({readers}) => readers ?? 0,
};

const requestsColumn: CountedColumn = {
  id: "requests",
  label: message("column.requests"),
  unit: message("unit.requests"),
  decimals: 0,
  value: ({requests}) => requests ?? 0,
};

/** Documents, readers and the share of all documents: what most tables show. */
export const readerColumns: readonly CountedColumn[] = [
  {
    id: "documents",
    label: message("column.documents"),
    unit: message("unit.documents"),
    decimals: 0,
    value: ({documents}) => documents ?? 0,
  },
  readersColumn,
  {
    id: "sharePercent",
    label: message("column.sharePercent-of-files"),
    unit: message("unit.percent"),
    decimals: 1,
    value: ({documents}, all) => shareOf(documents, all["documents"]),
  },
];

/** The same with megabytes before the share: what each site has. */
export const siteColumns: readonly CountedColumn[] = [
  ...readerColumns.slice(0, -1),
  megabytesColumn,
  ...readerColumns.slice(-1),
];

/** Requests, megabytes and both as shares of everything that was served: what robots took. */
export const robotColumns: readonly CountedColumn[] = [
  requestsColumn,
  megabytesColumn,
  {
    id: "sharePercent",
    label: message("column.sharePercent-of-requests"),
    unit: message("unit.percent"),
    decimals: 1,
    value: ({requests}, all) => shareOf(requests, all["requests"]),
  },
  {
    id: "bytesSharePercent",
    label: message("column.bytesSharePercent"),
    unit: message("unit.percent"),
    decimals: 1,
    value: ({bytes}, all) => shareOf(bytes, all["bytes"]),
  },
];

/** Who subscribes, and the share of all who do. */
export const subscriberColumns: readonly CountedColumn[] = [
  {
    id: "subscribers",
    label: message("column.subscribers"),
    unit: message("unit.subscribers"),
    decimals: 0,
    value: ({readers}) => readers ?? 0,
  },
  {
    id: "sharePercent",
    label: message("column.sharePercent-of-subscribers"),
    unit: message("unit.percent"),
    decimals: 1,
    value: ({readers}, all) => shareOf(readers, all["readers"]),
  },
];

/** How often something was listened to or looked at, by how many, and megabytes. */
export const episodeColumns: readonly CountedColumn[] = [
  {
    id: "plays",
    label: message("column.plays"),
    unit: message("unit.plays"),
    decimals: 0,
    value: ({downloads}) => downloads ?? 0,
  },
  readersColumn,
  megabytesColumn,
];

/** Downloads, who made them, and megabytes. */
export const downloadColumns: readonly CountedColumn[] = [
  {
    id: "downloads",
    label: message("column.downloads"),
    unit: message("unit.downloads"),
    decimals: 0,
    value: ({downloads}) => downloads ?? 0,
  },
  readersColumn,
  megabytesColumn,
];

/** Readers who asked in vain, and how often they did. */
export const missingColumns: readonly CountedColumn[] = [readersColumn, requestsColumn];
