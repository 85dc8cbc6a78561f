import type { ReportedSchool } from '../../reports/municipal/municipal-input.ts';
import { reportedSchoolOf } from '../../reports/municipal/reported-school.ts';
import type { Office, OfficeSchool } from './office.ts';

/** The schools of the campaign on screen as its report reads them; each is made anew only when its standing changed. */
export function createReportedSchools(office: Office): () => ReportedSchool[] {
  const made = new WeakMap<OfficeSchool['standing'], ReportedSchool>();
  return () =>
    office.schools.value.map(({ place, standing }) => {
      const previous = office.previousOf(place.id);
      const known = made.get(standing);
      if (known && known.place === place && JSON.stringify(known.previous) === JSON.stringify(previous)) return known;
      const school = reportedSchoolOf({ place, previous }, standing);
      made.set(standing, school);
      return school;
    });
}
