/** The command line could not be understood; its message is the one line a person sees. */
export class UsageError extends Error {}
