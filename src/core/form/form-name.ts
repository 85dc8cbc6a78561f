/** How campaigns and registers name a form: `<form id>@<version>`. */
export const formNameOf = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`;
