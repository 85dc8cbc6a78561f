import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrivateValues } from '../private-values/private-values.ts';
import { useProgram } from '../program.ts';

/** `undefined`: being opened. `null`: it could not be opened, nothing can be given now. */
export type OpenedPrivateValues = PrivateValues | null | undefined;

/** PV6: where contacts of staff are kept on this device, opened with the screen that shows them; what is missing here is asked for. */
export function usePrivateValues(): OpenedPrivateValues {
  const program = useProgram();
  const opened = useSignal<OpenedPrivateValues>(undefined);
  useEffect(() => {
    program.privateValues().then(
      (values) => {
        opened.value = values;
      },
      () => {
        opened.value = null;
      },
    );
  }, [program]);
  return opened.value;
}
