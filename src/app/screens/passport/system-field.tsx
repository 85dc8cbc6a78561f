import { propertiesOf } from '../../../core/submission/answer.ts';
import { systemChoices } from '../../../core/systems/systems.ts';
import { SelectField } from '../../fields/select-field.tsx';
import { useSystems } from '../../use-systems.ts';
import { useRegister } from '../../use-view.ts';

type Props = { registerKey: string; property?: string; label: string; hideLabel?: boolean };

/** The grade book system of the school or of a branch, from the region's dictionary. */
export function SystemField(props: Props) {
  const stored = useRegister(props.registerKey)[0]?.value ?? null;
  const standing = props.property ? propertiesOf(stored)[props.property] : stored;
  return <SelectField {...props} options={systemChoices(useSystems(), standing)} />;
}
