/**
 * PV9: contacts the endpoint has not got yet, of those this device holds: `unsent` in all, `carried` of them by a file a receipt
 * answered for. `opening`: not known yet; `closed`: where they are kept could not be opened.
 */
export type Contacts = { unsent: number; carried: number } | 'opening' | 'closed';

export const noContacts: Contacts = { unsent: 0, carried: 0 };

/** PV9: what is to be told of: without those a receipt answered for; not known counts as none here, and is told apart. */
export const openContacts = (contacts: Contacts): number =>
  typeof contacts === 'string' ? 0 : contacts.unsent - contacts.carried;
/** RP5: for paper: never less doubt than there is. */
export const contactsInDoubt = (contacts: Contacts): number => (typeof contacts === 'string' ? 1 : contacts.unsent);
export const carriedContacts = (contacts: Contacts): number => (typeof contacts === 'string' ? 0 : contacts.carried);
