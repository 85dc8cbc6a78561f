/** Where the officer's judgement of one answer stands beside it; `key` is short: `K3-01`, `YEAR:reported`. */
export const checkPathOf = (campaignId: string, formId: string, key: string): string =>
  `${campaignId}/${formId}/${key}#check`;

/** Where it stands that an answer is to be given anew. */
export const returnPathOf = (campaignId: string, formId: string, key: string): string =>
  `${campaignId}/${formId}/${key}#return`;

/** One message of the conversation under an indicator; a register of its own, so two messages never conflict. */
export const talkPathOf = (campaignId: string, formId: string, key: string, nonce: string): string =>
  `${campaignId}/${formId}/${key}#talk:${nonce}`;

/** VF1: what an officer judges, and the conversation, stand beside the answers and are no part of what a school gives or submits. */
export const isBesideAnswers = (path: string): boolean =>
  /#(check|return|talk:[^/#]*)$/.test(path) || /(^|\/)SITE:[^/#]*#state$/.test(path);
