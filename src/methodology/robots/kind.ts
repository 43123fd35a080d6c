/** What is a robot for? */
export type RobotKind =
  | "search"
  | "ai-training"
  | "ai-search"
  | "ai-user"
  | "seo"
  | "monitoring"
  | "feed-reader"
  | "social-preview"
  | "archive"
  | "advertising"
  | "scanner"
  | "library"
  | "automation"
  | "academic"
  | "other";

/** What are the kinds of robots called in print? In the order in which they are told. */
export const robotKinds: Readonly<Record<RobotKind, {readonly label: string}>> = {
  search: {label: "Search engines"},
  "ai-training": {label: "AI training"},
  "ai-search": {label: "AI search"},
  "ai-user": {label: "AI on a user's behalf"},
  "feed-reader": {label: "Feed readers"},
  "social-preview": {label: "Link previews"},
  archive: {label: "Archives"},
  academic: {label: "Research"},
  seo: {label: "SEO and marketing"},
  advertising: {label: "Advertising"},
  monitoring: {label: "Monitoring"},
  scanner: {label: "Security scanners"},
  library: {label: "Program libraries"},
  automation: {label: "Automated browsers"},
  other: {label: "Other robots"},
};
