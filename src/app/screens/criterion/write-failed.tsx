import { criterionTexts } from '../../../texts/criterion.ts';
import { Message } from '../../../ui/message.tsx';
import { downloadCopy } from '../../download.ts';
import { useProgram } from '../../program.ts';
import { useView } from '../../use-view.ts';

/** Said right at the answer that could not be written; the value stays on screen. */
export function WriteFailed({ registerKey }: { registerKey: string }) {
  const program = useProgram();
  const reason = useView(() => {
    const path = program.pathOf(registerKey);
    return program.saving.value.unsaved.find((one) => one.revision.path === path)?.reason ?? null;
  }, [program, registerKey]);
  if (reason === null) return null;
  return (
    <Message
      sign="stop"
      tone="bad"
      alert
      title={criterionTexts.writeFailed[reason]}
      actions={
        <>
          {reason === 'newer-data' ? null : (
            <button type="button" class="btn sm" onClick={() => program.retryUnsaved()}>
              {criterionTexts.again}
            </button>
          )}
          <button type="button" class="btn sm" onClick={() => downloadCopy(program)}>
            {criterionTexts.saveFile}
          </button>
        </>
      }
    >
      <p>{reason === 'newer-data' ? criterionTexts.olderTabText : criterionTexts.writeFailedText}</p>
    </Message>
  );
}
