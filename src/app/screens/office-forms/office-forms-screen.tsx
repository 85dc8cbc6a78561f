import { useState } from 'preact/hooks';
import { formsScreenTexts as words } from '../../../texts/forms-screen.ts';
import { Message } from '../../../ui/message.tsx';
import { FileButton } from '../../fields/file-button.tsx';
import { FormFound } from './form-found.tsx';
import { KnownForms } from './known-forms.tsx';
import { type FormFile, readFormFile } from './read-form-file.ts';

/** FP1, FS2: the forms there are, and a new one or a new version from a spreadsheet: checked, shown, published. */
export function OfficeFormsScreen() {
  const [file, setFile] = useState<FormFile | null>(null);
  const choose = async (chosen: File) => {
    setFile({ kind: 'reading' });
    setFile(await readFormFile(chosen));
  };
  return (
    <div class="stack wide">
      <div class="stack noprint">
        <p class="crumb">
          <a href="/campaign">{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      <KnownForms />
      <section class="stack" aria-labelledby="new-form">
        <div class="stack noprint">
          <h2 id="new-form">{words.newOne}</h2>
          <p>{words.how}</p>
          <p class="row">
            <FileButton
              main
              accept=".xlsx"
              onFiles={([one]) => {
                if (one) void choose(one);
              }}
            >
              {words.choose}
            </FileButton>
          </p>
          <p role="status">{file?.kind === 'reading' ? words.reading : ''}</p>
          {file?.kind === 'problem' ? <Message sign="stop" tone="bad" title={words.problems[file.code]} alert /> : null}
        </div>
        {file?.kind === 'read' ? <FormFound key={file.name} file={file} /> : null}
      </section>
    </div>
  );
}
