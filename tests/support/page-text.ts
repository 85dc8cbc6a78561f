import type { Locator } from 'playwright-core';

/** A text → the same with ordinary spaces in the place of those that hold a figure and its word together. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** A part of a page → what it says, with ordinary spaces. */
export const textOf = async (part: Locator): Promise<string> => plain(await part.innerText());
