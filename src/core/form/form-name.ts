/** How campaigns and registers name a form: `<form id>@<version>`. */
export const formNameOf = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`;

/** Where published forms stand, before their names. */
export const formPrefix = '-/form:';

/** FP2: whether a revision would change a form that is published; whoever is asked refuses it. `gen`: of the revision, 1 at first. */
export const changesPublishedForm = ({ path, gen = 1 }: { path: string; gen?: number }): boolean =>
  gen > 1 && path.startsWith(formPrefix);
