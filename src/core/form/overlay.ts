import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Form } from './form.ts';

/** What a campaign changes in a published form: the texts and figures it gives instead. */
export type Overlay = { readonly [key: string]: Json };

/** The overlay a register holds; null: none. */
export function parseOverlay(value: Json): Overlay | null {
  const overlay = propertiesOf(value);
  return Object.keys(overlay).length > 0 ? overlay : null;
}

/** The form a campaign is answered and judged by. */
export const effectiveForm = (form: Form, _overlay: Overlay | null): Form => form;
