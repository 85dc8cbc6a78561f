/** CL1: the command line could not be understood, or names what is not there; its message is the one line a person sees. */
export class UsageError extends Error {}
