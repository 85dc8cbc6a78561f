import type { Program } from './program.ts';
import { localDay } from './time.ts';

/** Hands the copy to the browser as a download; what becomes of it there only the person sees. */
export async function downloadCopy(program: Program): Promise<string> {
  const name = `gotovo-${localDay(program.now())}.gotovo.gz`;
  const address = URL.createObjectURL(await program.saveCopy());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
