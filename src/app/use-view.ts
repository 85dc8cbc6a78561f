import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { RegisterView } from '../core/submission/registers.ts';
import { computedView } from './computed-view.ts';
import { useProgram } from './program.ts';

const neverWritten: RegisterView = [];

/** The heads of one register. Whoever asks is drawn anew when they change, not with every answer. */
export function useRegister(key: string): RegisterView {
  const { registers, pathOf } = useProgram();
  return useMemo(() => computed(() => registers.value.get(pathOf(key)) ?? neverWritten), [registers, pathOf, key])
    .value;
}

/**
 * What a component shows, worked out from signals: it is drawn anew only when that says something else.
 * `inputs`: everything `compute` reads that is no signal.
 */
export const useView = <View>(compute: () => View, inputs: readonly unknown[]): View =>
  useMemo(() => computedView(compute), inputs).value;
