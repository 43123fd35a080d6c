import {type Message, message} from "../../base/words/message.ts";

/** What is a robot for? */
export type RobotKind =
  | "search"
  | "ai-training"
  | "ai-search"
  | "ai-user"
  | "ai-unknown"
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
export const robotKinds: Readonly<Record<RobotKind, {readonly label: Message}>> = {
  search: {label: message("robots-search")},
  "ai-training": {label: message("robots-ai-training")},
  "ai-search": {label: message("robots-ai-search")},
  "ai-user": {label: message("robots-ai-user")},
  "ai-unknown": {label: message("robots-ai-unknown")},
  "feed-reader": {label: message("robots-feed-reader")},
  "social-preview": {label: message("robots-social-preview")},
  archive: {label: message("robots-archive")},
  academic: {label: message("robots-academic")},
  seo: {label: message("robots-seo")},
  advertising: {label: message("robots-advertising")},
  monitoring: {label: message("robots-monitoring")},
  scanner: {label: message("robots-scanner")},
  library: {label: message("robots-library")},
  automation: {label: message("robots-automation")},
  other: {label: message("robots-other")},
};
