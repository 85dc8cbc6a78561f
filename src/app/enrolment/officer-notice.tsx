import { sendingTexts } from '../../texts/sending.ts';

/** An officer's device has no self-assessment of its own. */
export function OfficerNotice({ place }: { place: string }) {
  return (
    <div class="stack">
      <h1>{sendingTexts.officerTitle(place)}</h1>
      <p class="lead">{sendingTexts.officerText}</p>
    </div>
  );
}
