import {existsSync, readFileSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {UserError} from "../../base/error.ts";
import {refuseLinks} from "../../base/own-files.ts";
import {sha256} from "../../base/sha256.ts";
import {readVersion} from "../../base/version.ts";
import {Catalogue} from "../../workspace/catalogue/catalogue.ts";
import {schemaVersion} from "../../workspace/catalogue/schema.ts";
import {damagedFile, isGone, type StoredFile} from "../../workspace/checked-files.ts";
import {sealFile} from "../../workspace/sealed-files.ts";
import {snapshotDatabase} from "../../workspace/snapshot.ts";
import {storedBooks, storedFiles} from "../../workspace/stored-files.ts";
import type {Store} from "../store/store.ts";
import {contentsOf} from "./contents.ts";
import {type BackedUpFile, type BackupManifest, backupForm, workspacePrefix} from "./manifest.ts";
import {nameFault, sameNames} from "./names.ts";
import {backupReadme, readmeName} from "./readme.ts";

/** A file that goes into a backup, and where it comes from. */
export interface PlannedFile extends BackedUpFile {
  readonly from: {readonly file: string} | {readonly text: string};
  /** One of the store's, which is written once: where it is another, it is damaged. */
  readonly isStored: boolean;
}

/** A backup before it is written. */
export interface BackupPlan {
  readonly manifest: BackupManifest;
  readonly files: readonly PlannedFile[];
}

/**
 * What goes into a backup, with the hash of each file. To be called while the workspace is held, where it can be.
 *
 * @param options `draft`: gives a name for a file that is taken away when the backup is written.
 * @throws {UserError} WORKSPACE_DAMAGED, WORKSPACE_NEWER, OUTPUT_REFUSED
 */
export async function planBackup(
  store: Store,
  {withKey, draft}: {readonly withKey: boolean; readonly draft: () => string},
): Promise<BackupPlan> {
  const {workspace} = store;
  const {folder, config} = workspace;
  const contents = contentsOf(workspace);
  const passwords = withKey ? [] : contents.passwords;
  const kept = contents.files.filter((path) => !passwords.includes(path));
  const stored = await storeFiles(store, {withKey, draft});
  const heads = contents.heads.map((path) =>
    textFile(workspacePrefix + path, readFileSync(join(folder, path), "utf8"), "private"),
  );
  const databases: PlannedFile[] = [];
  for (const path of contents.databases) databases.push(await copied(join(folder, path), path, draft()));
  const keys = withKey
    ? contents.keys.map((path) => ({...plannedFile(join(folder, path), path), access: "private" as const}))
    : [];
  const plain = kept.map((path) => plannedFile(join(folder, path), path));
  const files = [...plain, ...heads, ...databases, ...keys, ...stored.files];
  checkNames(files);
  const manifest: Omit<BackupManifest, "files"> = {
    format: "backup of a broadsheet workspace",
    form: backupForm,
    broadsheet: readVersion(),
    publication: config.publication,
    madeAt: new Date(store.now()).toISOString(),
    catalogue: stored.hasCatalogue ? schemaVersion : null,
    withKey,
    missing: {
      keys: withKey ? [] : [...stored.keys, ...contents.keys],
      passwords: [...passwords],
      books: stored.books,
      servers: config.engine.kind === "duckdb" ? [] : (config.engine.shards ?? [config.engine.url!]),
      elsewhere: [...contents.elsewhere],
      others: [...contents.others],
    },
  };
  const readme = textFile(readmeName, backupReadme(manifest), "usual");
  return {manifest: {...manifest, files: [readme, ...files].map(listed)}, files: [readme, ...files]};
}

function listed({path, bytes, sha256: hash, access}: PlannedFile): BackedUpFile {
  return {path, bytes, sha256: hash, access};
}

interface StorePart {
  readonly files: readonly PlannedFile[];
  readonly hasCatalogue: boolean;
  /** What stays out. */
  readonly keys: string[];
  readonly books: number;
}

/** Of the store what counts: the catalogue, the files that it names, and, where they are meant, keys and books. */
async function storeFiles(
  {workspace}: Store,
  {withKey, draft}: {readonly withKey: boolean; readonly draft: () => string},
): Promise<StorePart> {
  const {store, key, config} = workspace;
  const keyFiles = [store.key, store.signing]
    .filter((path) => existsSync(path))
    .map((path) => ({path, name: `store/${basename(path)}`}));
  const keys = withKey ? keyFiles.map(({path, name}) => plannedFile(path, name)) : [];
  const without = {files: keys, hasCatalogue: false, keys: withKey ? [] : keyFiles.map(({name}) => name), books: 0};
  if (config.engine.kind !== "duckdb" || !existsSync(store.catalogue)) return without;
  const catalogue = Catalogue.open(store.catalogue, key);
  try {
    const files = storedFiles(
      catalogue.inputs().flatMap(({id}) => catalogue.partsOf(id)),
      store,
      catalogue,
    );
    const books = storedBooks(store, catalogue).filter((book) => !isGone(book));
    const taken = withKey ? [...files, ...books] : files;
    return {
      ...without,
      files: [await copied(store.catalogue, "store/catalogue.sqlite", draft()), ...keys, ...taken.map(storedFile)],
      hasCatalogue: true,
      books: withKey ? 0 : books.length,
    };
  } finally {
    catalogue.close();
  }
}

/** The catalogue knows what a file of the store has to hold; one whose hash is not known is taken as it is. */
function storedFile(file: StoredFile): PlannedFile {
  const {path, holds, seal} = file;
  refuseLinks([path]);
  if (isGone(file)) throw damagedFile(file, `a file of ${holds} is missing`);
  const {bytes, sha256: hash} = seal ?? sealFile(path, basename(path));
  const folder = holds === "addresses" ? "addresses" : "facts";
  const name = `${workspacePrefix}store/${folder}/${basename(path)}`;
  return {path: name, bytes, sha256: hash, access: "private", from: {file: path}, isStored: true};
}

function plannedFile(file: string, name: string): PlannedFile {
  const {bytes, sha256: hash} = sealFile(file, name);
  const path = workspacePrefix + name;
  return {path, bytes, sha256: hash, access: accessOf(file), from: {file}, isStored: false};
}

function accessOf(file: string): BackedUpFile["access"] {
  const {mode} = statSync(file);
  if ((mode & 0o222) === 0) return "sealed";
  return (mode & 0o077) === 0 ? "private" : "usual";
}

async function copied(file: string, name: string, draft: string): Promise<PlannedFile> {
  await snapshotDatabase(file, draft);
  return {...plannedFile(draft, name), access: "private"};
}

function textFile(path: string, text: string, access: BackedUpFile["access"]): PlannedFile {
  const [bytes, hash] = [Buffer.byteLength(text), sha256(text)];
  return {path, bytes, sha256: hash, access, from: {text}, isStored: false};
}

/** What could not be restored everywhere is not backed up as if it could. */
function checkNames(files: readonly PlannedFile[]): void {
  const names = files.map(({path}) => path);
  const odd = names.find((name) => nameFault(name) !== null);
  const twins = sameNames(names);
  if (odd === undefined && twins === null) return;
  const what = odd === undefined ? `${twins!.join(" and ")} are one file on some disks` : `its name ${nameFault(odd)}`;
  const where = (odd ?? twins![1]).slice(workspacePrefix.length);
  throw new UserError("OUTPUT_REFUSED", `a file cannot be backed up: ${what}`, "give it another name", where);
}
