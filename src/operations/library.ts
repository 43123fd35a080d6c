/*
 * What a program may import: `import {openStore, makeReport} from "broadsheet"`. What stands here and in publish/library.ts is what
 * docs/library.md promises.
 */

/** Takes away what is unfinished, where the process ends before the work does. */
export {clearUnfinished} from "../base/ending/unfinished.ts";
/** Faults that a person can repair, and their codes. */
export {type ErrorCode, errorCodes, UserError} from "../base/error.ts";
/** A period by its months. */
export {type Period, parsePeriod} from "../base/period.ts";
/** The report as JSON text, as `--format json` prints it. */
export {renderJson as reportJson} from "../report/json/report.ts";
/** What a report is. */
export type {Report} from "../report/report.ts";
/** What a review is. */
export type {Review} from "../report/review.ts";
/** One file of all that a workspace needs. */
export {type BackupRequest, type BackupSummary, backupWorkspace} from "./backup/backup.ts";
/** What such a file holds. */
export type {BackupManifest} from "./backup/manifest.ts";
/** A workspace from such a file. */
export {checkBackup, type RestoreRequest, restoreWorkspace} from "./backup/restore.ts";
/** Adding rows to a book. */
export {addBookRows} from "./books/add.ts";
/** The rows of a book. */
export {type BookPage, readBookPage} from "./books/book-page.ts";
/** What became of rows. */
export type {BookChange, RowFault} from "./books/change.ts";
/** Correcting a row. */
export {type Correction, correctRow} from "./books/correct.ts";
/** Adding rows of a spreadsheet. */
export {addGrid, type GridPlan, gridText, planGrid} from "./books/grids.ts";
/** All books. */
export {type ListedBook, listBooks} from "./books/list-books.ts";
/** Looking at everything in a workspace. */
export {checkWorkspace, type NamedFinding} from "./check/check-workspace.ts";
/** Reading logs. */
export {type IngestRequest, ingestLogs} from "./ingest.ts";
/** What became of logs. */
export type {IngestSummary} from "./ingest-summary.ts";
/** Taking out what was read. */
export {type DropPlan, type DropSummary, dropFromStore, planDrop} from "./inputs/drop-from-store.ts";
/** Who is told how work goes, and what stops it. */
export type {Attendance, Listener, Progress} from "./listener.ts";
/** What a listener is told. */
export type {Notice} from "./notice.ts";
/** What moved of published figures. */
export {restatePeriods} from "./publish/restate.ts";
/** A report without a workspace. */
export {type QuickRequest, type QuickResult, withQuickWorkspace} from "./quick.ts";
/** Reading damaged files again. */
export {type RepairRequest, repairStore} from "./repair/repair-store.ts";
/** One period under each methodology. */
export {compareMethodologies} from "./report/compare-methodologies.ts";
/** The way to one figure. */
export {type ExplainedFigure, explainFigure} from "./report/explain-figure.ts";
/** The report of an open workspace. */
export {reportPeriod} from "./report/make.ts";
/** The report of a period. */
export {makeReport, type ReportRequest} from "./report/make-report.ts";
/** What another list of robots would change. */
export {previewRobotList, type RobotListRequest} from "./report/robot-preview.ts";
/** Documents that no department has. */
export {tableUnmatched} from "./report/unmatched-documents.ts";
/** Dropping addresses for good. */
export {type ClosedMonth, closeMonths, countUndecided, type UndecidedClients} from "./review/close.ts";
/** Deciding about clients of a review, and what the review is with that. */
export {decideAbout, type Verdict} from "./review/decide.ts";
/** Writing decisions down. */
export {type Decider, type DecisionPen, decisionPen} from "./review/record.ts";
/** Decisions from a sheet that a person filled in. */
export {readDecisionSheet} from "./review/sheet.ts";
/** The clients that a person should look at. */
export {type Surveyed, type SurveyRequest, surveyClients} from "./review/survey.ts";
/** Taking a decision back. */
export {planUndo, type UndoRequest} from "./review/undo.ts";
/** Taking what was read to servers, or back. */
export {type MoveSummary, moveStore} from "./store/move.ts";
/** Opening a workspace for what works on one that is open. */
export {withCatalogue, withIntake, withStore} from "./store/open.ts";
/** Making the tables on servers. */
export {type SetupSummary, setupCluster} from "./store/setup.ts";
/** A workspace to work on. */
export {openStore, type Store, type StoreWorld} from "./store/store.ts";
/** What waits for somebody, and this month so far. */
export {type NeedOfToday, type Task, whatNeedsAPerson} from "./today/tasks.ts";
