import { type System, systemsOf } from '../core/systems/systems.ts';
import { useProgram } from './program.ts';
import { useView } from './use-view.ts';

/** SD1: the region's dictionary of systems; whoever asks is drawn anew when it changes. */
export function useSystems(): readonly System[] {
  const { published } = useProgram();
  return useView(() => systemsOf(published.value), [published]);
}
