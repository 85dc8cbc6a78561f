import { formTitles } from 'virtual:form';
import { useState } from 'preact/hooks';
import { formNameOf } from '../../../core/form/form-name.ts';
import type { AnyForm } from '../../../core/form-sheets/read-form.ts';
import { collectableForms } from '../../../forms/forms.ts';
import { formsScreenTexts as words } from '../../../texts/forms-screen.ts';
import { downloadFile } from '../../download.ts';
import { useOffice } from '../../office/office.ts';

type Known = { id: string; version: number; title: string; hash: string | null };

/** Every form that can be collected, each as a table to begin from. */
export function KnownForms() {
  const { forms } = useOffice();
  const [told, setTold] = useState('');
  const known: Known[] = [...formTitles.map((form) => ({ ...form, hash: null })), ...forms.all.value];
  const download = async ({ id, version, hash }: Known) => {
    try {
      const form = hash === null ? shipped(id) : forms.published({ forms: [`${id}@${version}`], formHash: hash });
      const name = words.fileName(id, version);
      downloadFile(await asWorkbook(form), name);
      setTold(words.given(name));
    } catch (error) {
      console.error(error);
      setTold(words.notGiven);
    }
  };
  return (
    <section class="stack noprint" aria-labelledby="known-forms">
      <h2 id="known-forms">{words.known}</h2>
      <div class="scroll fold dense">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.form}</th>
              <th scope="col" class="num">
                {words.version}
              </th>
              <th scope="col">{words.whose}</th>
              <th scope="col">{words.action}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((one) => (
              <tr key={one.hash ?? formNameOf(one)}>
                <th scope="row">{one.title}</th>
                <td class="num" data-l={words.version}>
                  {one.version}
                </td>
                <td data-l={words.whose}>{one.hash === null ? words.shipped : words.published}</td>
                <td data-l={words.action}>
                  <button
                    type="button"
                    class="btn sm"
                    aria-label={words.downloadFor(one.title, one.version)}
                    onClick={() => void download(one)}
                  >
                    {words.download}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" class="hint">
        {told}
      </p>
    </section>
  );
}

function shipped(id: string): AnyForm {
  const found = collectableForms.find((one) => one.id === id);
  if (!found) throw new Error(`no form ${id}`);
  return found as unknown as AnyForm;
}

async function asWorkbook(form: AnyForm): Promise<Blob> {
  const [{ sheetsOf }, { writeSheets }] = await Promise.all([
    import('../../../core/form-sheets/write-form.ts'),
    import('../../../documents/write-sheets.ts'),
  ]);
  const bytes = await writeSheets(form.title, sheetsOf(form));
  return new Blob([new Uint8Array(bytes)], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
