/** What is asked of a report besides its name; `date`: YYYY-MM-DD, absent: the campaign's own day; `contacts`: PV8, with those of staff. */
export type Asked = { placeId: string; campaignId: string; format: string; date?: string; contacts?: boolean };
