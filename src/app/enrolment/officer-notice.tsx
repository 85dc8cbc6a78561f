import { sendingTexts } from '../../texts/sending.ts';
import { Icon } from '../../ui/icon.tsx';

/** An officer's device has no self-assessment of its own. */
export function OfficerNotice({ place }: { place: string }) {
  return (
    <div class="stack">
      <h1>{sendingTexts.officerTitle(place)}</h1>
      <p class="lead">{sendingTexts.officerText}</p>
      <p>
        <a class="btn main" href="/school-files">
          <Icon sign="usb" />
          {sendingTexts.schoolFiles}
        </a>
      </p>
    </div>
  );
}
