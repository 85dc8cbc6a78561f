import { useEffect, useState } from 'preact/hooks';
import type { LetterheadImage } from '../../documents/paper.ts';

/** A stored picture on the page. `label`: what it is; empty: it is only decoration. */
export function LetterheadPicture({ picture, label }: { picture: LetterheadImage; label: string }) {
  const { base64, type, width, height } = picture;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [base64, type]);
  return address ? <img class="letterhead" src={address} width={width} height={height} alt={label} /> : null;
}
