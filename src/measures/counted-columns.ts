import type {CountedColumn} from "./lay-table.ts";

const shareOf = (part: number | undefined, whole: number | undefined): number | null =>
  whole ? (100 * (part ?? 0)) / whole : null;

/** Documents, readers and the share of all documents: what most tables show. */
export const readerColumns: readonly CountedColumn[] = [
  {id: "documents", label: "Files", unit: "documents", decimals: 0, value: ({documents}) => documents ?? 0},
  {id: "readers", label: "Users", unit: "readers", decimals: 0, value: ({readers}) => readers ?? 0},
  {
    id: "sharePercent",
    label: "Share of files",
    unit: "percent",
    decimals: 1,
    value: ({documents}, all) => shareOf(documents, all["documents"]),
  },
];

/** Requests, megabytes and both as shares of everything that was served: what robots took. */
export const robotColumns: readonly CountedColumn[] = [
  {id: "requests", label: "Requests", unit: "requests", decimals: 0, value: ({requests}) => requests ?? 0},
  {id: "megabytes", label: "Megabytes", unit: "megabytes", decimals: 1, value: ({bytes}) => (bytes ?? 0) / 1e6},
  {
    id: "sharePercent",
    label: "Of all requests",
    unit: "percent",
    decimals: 1,
    value: ({requests}, all) => shareOf(requests, all["requests"]),
  },
  {
    id: "bytesSharePercent",
    label: "Of all bytes",
    unit: "percent",
    decimals: 1,
    value: ({bytes}, all) => shareOf(bytes, all["bytes"]),
  },
];

/** Readers who asked in vain, and how often they did. */
export const missingColumns: readonly CountedColumn[] = [
  {id: "readers", label: "Users", unit: "readers", decimals: 0, value: ({readers}) => readers ?? 0},
  {id: "requests", label: "Requests", unit: "requests", decimals: 0, value: ({requests}) => requests ?? 0},
];
