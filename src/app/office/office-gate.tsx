import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useProgram } from '../program.ts';
import { type Office, OfficeContext } from './office.ts';

/** An officer's screen inside his office; nothing stands there until it is open. */
export function inOffice<Props extends object>(Screen: ComponentType<Props>): ComponentType<Props> {
  return function InOffice(props: Props): JSX.Element | null {
    const program = useProgram();
    const [office, setOffice] = useState<Office | null>(null);
    useEffect(() => void program.office().then(setOffice), [program]);
    return office ? (
      <OfficeContext.Provider value={office}>
        <Screen {...props} />
      </OfficeContext.Provider>
    ) : null;
  };
}
