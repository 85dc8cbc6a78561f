import { fieldTexts } from '../../texts/fields.ts';

/** The quiet way back to no answer, for radio tiles, which a browser never clears; focus returns to the first tile. */
export function ClearAnswer({ shown, onClear }: { shown: boolean; onClear: () => void }) {
  if (!shown) return null;
  return (
    <button
      type="button"
      class="btn sm link"
      aria-label={fieldTexts.clearAnswer}
      onClick={(event) => {
        event.currentTarget.closest('fieldset')?.querySelector('input')?.focus();
        onClear();
      }}
    >
      {fieldTexts.clear}
    </button>
  );
}
