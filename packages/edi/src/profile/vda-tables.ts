import type { VdaTables } from './profile.ts';

/**
 * Dates of VDA call-offs that are no dates, and the intervals of record 512. No source at hand confirms the special dates:
 * compare with the customer's guide, and put what differs into his profile. 666666, 777777 and 888888 have no known meaning.
 */
export const VDA_TABLES: VdaTables = {
  vdaDates: {
    '000000': 'end', // no further call-off
    '222222': 'stop', // no requirement
    '333333': 'backlog',
    '444444': 'immediate',
    '555555': 'periods',
    '999999': 'forecast', // the rest
  },
  vdaIntervals: { W: 'week', M: 'month' }, // L as dated, T daily
};
