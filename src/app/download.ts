import type { Program } from './program.ts';
import { localDay } from './time.ts';

/** Hands the copy to the browser as a download; `asked`: what travels in it besides. What becomes of it there only the person sees. */
export const downloadCopy = async (program: Program, asked: Parameters<Program['saveCopy']>[0] = {}): Promise<string> =>
  downloadFile(await program.saveCopy(asked), `gotovo-${localDay(program.now())}.gotovo.gz`);

/** Gives back the name it was offered under. */
export function downloadFile(file: Blob, name: string): string {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
