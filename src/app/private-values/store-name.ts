/** PV6: the database contacts of staff are kept in, beside the program's own. */
export const privateStoreName = (storeName: string): string => `${storeName}-private`;
