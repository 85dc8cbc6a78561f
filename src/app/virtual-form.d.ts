/** Made from the published forms by scripts/form-parts.ts. */
declare module 'virtual:form' {
  export const rules: import('../core/form/form-words.ts').FormRules;
  /** Every form a campaign may collect. */
  export const formTitles: readonly { id: string; version: number; title: string }[];
  /** By criterion id. */
  export const loadWords: Record<string, () => Promise<{ words: import('../core/form/form-words.ts').FormWords }>>;
}
