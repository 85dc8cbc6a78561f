/** What only some devices need comes when it is asked for, once; asked for again when the line died. */
export function latePart<Part>(bring: () => Promise<Part>): () => Promise<Part> {
  let coming: Promise<Part> | null = null;
  return () => {
    coming ??= bring();
    coming.catch(() => {
      coming = null;
    });
    return coming;
  };
}
