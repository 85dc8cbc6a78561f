/** HX10: what a table has under a name of its own; names that every object inherits, like `constructor`, find nothing. */
export const ownOf = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
