import type { Json } from '../core/json.ts';
import { type Place, placeSchema } from '../core/places/place.ts';
import municipality from './demo-municipality.json' with { type: 'json' };
import region from './demo-region.json' with { type: 'json' };

const { campaign } = municipality.answers;

export type Demo = {
  places: readonly Place[];
  /** the readiness of six schools, a file `gotovo-answers/1` */
  answers: unknown;
  /** what the region collects besides: its monitoring, and the reports of three project sites; a file each */
  collected: { monitoring: unknown; sites: unknown };
  /** what the region's officer has typed: the passport of the project, its sites by school, and the region's own words */
  network: { project: Json; sites: Readonly<Record<string, Json>>; texts: Readonly<Record<string, string>> };
};

/**
 * DM1, DW1: the invented municipality of the demo and what its region collects. All dates are moved by the same number of whole
 * years, to the last readiness campaign whose as-of date is not after `today` (YYYY-MM-DD); the region's are earlier, so the
 * readiness campaign stays the one shown first.
 */
export function demoOf(today: string): Demo {
  const years = Number(today.slice(0, 4)) - Number(campaign.asOf.slice(0, 4));
  const later = campaign.asOf.slice(4) <= today.slice(4) ? years : years - 1;
  return {
    places: municipality.places.map((place) => placeSchema.parse(place)),
    answers: movedFile(municipality.answers, later),
    collected: { monitoring: movedFile(region.monitoring, later), sites: movedFile(region.sites, later) },
    network: shifted(region.network, later) as Demo['network'],
  };
}

/** A file of answers some years later; a campaign's id begins with its school year. */
function movedFile(file: { campaign: { id: string; schoolYear: string } }, years: number): unknown {
  const moved = shifted(file, years) as typeof file;
  const [first = '', second = ''] = moved.campaign.schoolYear.split('/');
  const id = `${first}-${second.slice(2)}${file.campaign.id.slice('2016-17'.length)}`;
  return { ...moved, campaign: { ...moved.campaign, id } };
}

/** School years, 16.05.2017, 2017-05-16 and 2017-05, wherever they stand in a text. */
const datePattern = /(\d{4})\/(\d{4})|(\d\d\.\d\d\.)(\d{4})|\b(\d{4})(?=-\d\d)/g;

function shifted(value: unknown, years: number): unknown {
  if (Array.isArray(value)) return value.map((part) => shifted(part, years));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        name === 'year' && typeof part === 'number' ? part + years : shifted(part, years),
      ]),
    );
  if (typeof value !== 'string') return value;
  const later = (year: string) => String(Number(year) + years);
  return value.replace(datePattern, (_whole, first, second, day, ofDay, ofIso) => {
    if (first) return `${later(first)}/${later(second)}`;
    return day ? `${day}${later(ofDay)}` : later(ofIso);
  });
}
