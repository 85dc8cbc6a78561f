/** Made from the published forms by scripts/form-parts.ts. */
declare module 'virtual:form' {
  export const rules: import('../core/form/form-words.ts').FormRules;
  /** By criterion id. */
  export const loadWords: Record<string, () => Promise<{ words: import('../core/form/form-words.ts').FormWords }>>;
}
