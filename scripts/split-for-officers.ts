import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { mayOnlyOfficersHave } from './officer-paths.ts';

/** A built file: which modules are in it, and whether only officers' devices install it. */
export type BuiltFile = { modules: string[]; officer: boolean };

export type OfficerSplit = {
  plugin: Plugin;
  /** of a module: a school's screens reach it without passing through an officer's */
  isSchools: (id: string) => boolean;
  /** of a file of dist/app, once it is written */
  isOfficers: (file: string) => boolean;
};

type OutputChunk = Rolldown.OutputChunk;
type Built = OutputChunk | Rolldown.OutputAsset;
type ModuleLinks = { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] };

/**
 * W11: parts what a school's device installs from what only an officer's does. An officer's module is what `main` reaches only
 * through a dynamic import of one of `officer-paths.ts`; so a module a school needs can never be missing on its device.
 * What went where is written to dist/files.json, for tests and the bench.
 */
export function splitForOfficers(): OfficerSplit {
  let schools = new Set<string>();
  let files: Record<string, BuiltFile> = {};
  const isSchools = (id: string) => schools.has(id);
  const plugin: Plugin = {
    name: 'split-for-officers',
    apply: 'build',
    enforce: 'post',
    buildEnd() {
      const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      schools = reachedBySchools(entries, (id) => this.getModuleInfo(id));
    },
    writeBundle(_, bundle) {
      files = partFiles(Object.values(bundle), isSchools);
      writeFileSync('dist/files.json', `${JSON.stringify(files, null, 1)}\n`);
    },
  };
  return { plugin, isSchools, isOfficers: (file) => files[file]?.officer ?? false };
}

function reachedBySchools(entries: readonly string[], linksOf: (id: string) => ModuleLinks | null): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const links = linksOf(id);
    waiting.push(...(links?.importedIds ?? []));
    waiting.push(...(links?.dynamicallyImportedIds ?? []).filter((target) => !mayOnlyOfficersHave(target)));
  }
  return reached;
}

function partFiles(bundle: readonly Built[], isSchools: (id: string) => boolean): Record<string, BuiltFile> {
  const files: Record<string, BuiltFile> = {};
  for (const file of bundle) {
    const modules = file.type === 'chunk' ? Object.keys(file.modules) : [];
    const officer = file.type === 'chunk' && !file.isEntry && !modules.some(isSchools);
    files[file.fileName] = { modules: modules.map(pathOf).sort(), officer };
  }
  for (const file of bundle)
    if (file.type === 'chunk' && !files[file.fileName]?.officer) keepNeeded(file, bundle, files);
  markWorkers(bundle, files);
  return files;
}

/** A school's file is there with every file it begins with, the build's own runtime too. */
function keepNeeded({ imports }: OutputChunk, bundle: readonly Built[], files: Record<string, BuiltFile>): void {
  for (const name of imports) {
    const needed = bundle.find((file) => file.fileName === name);
    if (needed?.type !== 'chunk' || !files[name]?.officer) continue;
    files[name] = { ...files[name], officer: false };
    keepNeeded(needed, bundle, files);
  }
}

/** A script for a worker is built apart and known by its name alone: it is an officer's when only officers' files name it. */
function markWorkers(bundle: readonly Built[], files: Record<string, BuiltFile>): void {
  const scripts = bundle.filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.js'));
  for (let open = scripts; open.length > 0; ) {
    const found = open.filter(({ fileName }) => {
      const naming = bundle.filter(
        (other) => other.fileName !== fileName && textOf(other).includes(basename(fileName)),
      );
      return naming.length > 0 && naming.every((other) => files[other.fileName]?.officer);
    });
    for (const { fileName } of found) files[fileName] = { modules: [], officer: true };
    open = found.length > 0 ? open.filter((script) => !found.includes(script)) : [];
  }
}

const textOf = (file: Built): string => (file.type === 'chunk' ? file.code : String(file.source));

const pathOf = (id: string): string => id.replaceAll('\0', '').replace(`${process.cwd()}/`, '');
