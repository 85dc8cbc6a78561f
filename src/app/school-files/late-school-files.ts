import type { SchoolFiles, SchoolFilesParts } from './school-files.ts';

/** What only an officer needs comes when it is asked for; asked for again when the line died. */
export function createLateSchoolFiles(parts: SchoolFilesParts): () => Promise<SchoolFiles> {
  let coming: Promise<SchoolFiles> | null = null;
  return () => {
    coming ??= import('./school-files.ts').then(({ createSchoolFiles }) => createSchoolFiles(parts));
    coming.catch(() => {
      coming = null;
    });
    return coming;
  };
}
