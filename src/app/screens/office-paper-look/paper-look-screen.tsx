import { useId, useState } from 'preact/hooks';
import { readCount } from '../../../core/submission/typed-text.ts';
import { paper } from '../../../documents/paper.ts';
import { officialSize } from '../../../reports/versions/paper-document.ts';
import {
  letterheadOf,
  letterheadPath,
  letterheadValueOf,
  marginSides,
  type PaperSettings,
  paperFonts,
  paperLimits,
  paperPath,
  paperSettingsOf,
  paperValueOf,
} from '../../../reports/versions/paper-settings.ts';
import { paperSettingsTexts as words } from '../../../texts/paper-settings.ts';
import { reportEditorTexts } from '../../../texts/report-editor.ts';
import { Icon } from '../../../ui/icon.tsx';
import { FileButton } from '../../fields/file-button.tsx';
import { useSavedText } from '../../fields/use-saved-text.ts';
import { useOffice } from '../../office/office.ts';
import { oneAfterAnother } from '../../office/one-after-another.ts';
import { LetterheadPicture } from '../../paper/letterhead-picture.tsx';
import { scalePicture } from './scale-picture.ts';

type Save = (changes: PaperSettings | ((now: PaperSettings) => PaperSettings)) => Promise<boolean>;

/** RE9: font, sizes, margins, letterhead and signatures of a municipality's documents. */
export function PaperLookScreen() {
  const { registersOf, officeHistory, write } = useOffice();
  const registers = registersOf(officeHistory);
  const settings = paperSettingsOf(registers.value);
  const [inTurn] = useState(oneAfterAnother);
  const save: Save = (changes) =>
    inTurn(() => {
      const now = paperSettingsOf(registers.peek());
      const changed = typeof changes === 'function' ? changes(now) : changes;
      return write(officeHistory, paperPath, paperValueOf({ ...now, ...changed }));
    });
  const { margins = {} } = settings;
  return (
    <div class="stack wide">
      <div class="stack">
        <p>
          <a class="btn sm" href="/report">
            <Icon sign="back" />
            {words.back}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      <section class="card stack" aria-labelledby="letters">
        <h2 id="letters">{words.letters}</h2>
        <div class="fields">
          <FontField font={settings.font} save={save} />
          <NumberField
            label={words.size}
            stored={settings.size}
            usual={officialSize}
            limits={paperLimits.size}
            save={(size) => save({ size })}
          />
          {marginSides.map((side) => (
            <NumberField
              key={side}
              label={words.sides[side]}
              stored={margins[side]}
              usual={paper.flow.margin[side]}
              limits={paperLimits.margins}
              save={(margin) => save((now) => ({ margins: { ...now.margins, [side]: margin } }))}
            />
          ))}
        </div>
      </section>
      <section class="card stack" aria-labelledby="letterhead">
        <h2 id="letterhead">{words.letterhead}</h2>
        <Letterhead picture={letterheadOf(registers.value)} />
        <LinesField
          label={words.lines}
          hint={words.linesHint}
          stored={settings.letterhead ?? ''}
          save={(letterhead) => save({ letterhead })}
        />
      </section>
      <section class="card stack" aria-labelledby="signature">
        <h2 id="signature">{words.signature}</h2>
        <LinesField
          label={words.signatureLines}
          hint={words.signatureHint}
          stored={settings.signature ?? ''}
          save={(signature) => save({ signature })}
        />
      </section>
    </div>
  );
}

function FontField({ font, save }: { font: PaperSettings['font']; save: Save }) {
  const id = useId();
  return (
    <div class="f">
      <label class="lab" for={id}>
        {words.font}
      </label>
      <select
        id={id}
        value={font ?? paper.font}
        onChange={(event) => {
          const chosen = paperFonts.find((one) => one === event.currentTarget.value);
          if (chosen) void save({ font: chosen });
        }}
      >
        {paperFonts.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </div>
  );
}

type NumberProps = {
  label: string;
  stored: number | undefined;
  /** what counts while nothing is set */
  usual: number;
  limits: readonly [number, number];
  save: (value: number) => Promise<boolean>;
};

function NumberField({ label, stored, usual, limits, save }: NumberProps) {
  const id = useId();
  const [least, most] = limits;
  const isRight = (text: string) => {
    const value = readCount(text);
    return typeof value === 'number' && value >= least && value <= most;
  };
  const field = useSavedText({
    stored: stored === undefined ? '' : String(stored),
    mayKeep: (text) => text.trim() === '' || isRight(text),
    save: (text) => save(isRight(text) ? Number(readCount(text)) : usual),
  });
  const problem = field.failed ? reportEditorTexts.unsaved : field.held ? words.wrong(least, most) : null;
  return (
    <div class="f">
      <label class="lab" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        class="n"
        autocomplete="off"
        placeholder={String(usual)}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={`${id}h${problem ? ` ${id}e` : ''}`}
        {...field.inputProps}
      />
      <p class="hint" id={`${id}h`}>
        {words.limits(least, most)}, {words.usual(String(usual))}
      </p>
      {problem ? (
        <p class="err" id={`${id}e`}>
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
    </div>
  );
}

type LinesProps = { label: string; hint: string; stored: string; save: (text: string) => Promise<boolean> };

function LinesField({ label, hint, stored, save }: LinesProps) {
  const id = useId();
  const field = useSavedText({ stored, save: (text) => save(text.trim()) });
  return (
    <div class="f">
      <label class="lab" for={id}>
        {label}
      </label>
      <div class="swell" data-text={`${field.text} `}>
        <textarea id={id} rows={3} aria-describedby={`${id}h`} {...field.inputProps} />
      </div>
      <p class="hint" id={`${id}h`}>
        {hint}
      </p>
      {field.failed ? <p class="err">{reportEditorTexts.unsaved}</p> : null}
    </div>
  );
}

function Letterhead({ picture }: { picture: ReturnType<typeof letterheadOf> }) {
  const { write, officeHistory } = useOffice();
  const [problem, setProblem] = useState<string | null>(null);
  async function choose([file]: readonly File[]): Promise<void> {
    if (!file) return;
    const scaled = await scalePicture(file).catch(() => null);
    if (scaled === null) return setProblem(words.unreadable);
    const saved = await write(officeHistory, letterheadPath, letterheadValueOf(scaled));
    setProblem(saved ? null : reportEditorTexts.unsaved);
  }
  return (
    <div class="stack tight">
      {picture ? <LetterheadPicture picture={picture} label={words.picture} /> : <p>{words.noPicture}</p>}
      <div class="row">
        <FileButton accept="image/png,image/jpeg" onFiles={(files) => void choose(files)}>
          {words.choose}
        </FileButton>
        {picture ? (
          <button type="button" class="btn" onClick={() => void write(officeHistory, letterheadPath, null)}>
            {words.remove}
          </button>
        ) : null}
      </div>
      <p class="hint">{words.pictureHint}</p>
      <p class={problem ? 'err' : undefined} role="status">
        {problem}
      </p>
    </div>
  );
}
