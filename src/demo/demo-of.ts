import { type Place, placeSchema } from '../core/places/place.ts';
import demo from './demo-municipality.json' with { type: 'json' };

const { campaign } = demo.answers;

/**
 * DM1: the invented municipality of the demo: its places, and its answers as a file `gotovo-answers/1` with six schools. All
 * dates are moved by the same number of whole years, to the last campaign whose as-of date is not after `today` (YYYY-MM-DD).
 */
export function demoOf(today: string): { places: readonly Place[]; answers: unknown } {
  const years = Number(today.slice(0, 4)) - Number(campaign.asOf.slice(0, 4));
  const moved = shifted(
    demo.answers,
    campaign.asOf.slice(4) <= today.slice(4) ? years : years - 1,
  ) as typeof demo.answers;
  const [first = '', second = ''] = moved.campaign.schoolYear.split('/');
  return {
    places: demo.places.map((place) => placeSchema.parse(place)),
    answers: { ...moved, campaign: { ...moved.campaign, id: `${first}-${second.slice(2)}` } },
  };
}

/** School years, 16.05.2017, 2017-05-16 and 2017-05, wherever they stand in a text. */
const datePattern = /(\d{4})\/(\d{4})|(\d\d\.\d\d\.)(\d{4})|\b(\d{4})(?=-\d\d)/g;

function shifted(value: unknown, years: number): unknown {
  if (Array.isArray(value)) return value.map((part) => shifted(part, years));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shifted(part, years)]));
  if (typeof value !== 'string') return value;
  const later = (year: string) => String(Number(year) + years);
  return value.replace(datePattern, (_whole, first, second, day, ofDay, ofIso) => {
    if (first) return `${later(first)}/${later(second)}`;
    return day ? `${day}${later(ofDay)}` : later(ofIso);
  });
}
