import type { X12Tables } from './profile.ts';

/** X12 codes of the delivery messages, and what each is read as. Meanings of 680, 681 and 678 are common knowledge. */
export const X12_TABLES: X12Tables = {
  /** FST02, element 680. */
  x12Status: {
    A: 'immediate',
    B: 'forecast', // pilot, pre-series
    C: 'firm',
    D: 'forecast', // planning
    H: 'firm', // first time firm
    Q: 'firm', // purchase order release
  },
  /** FST03, element 681: D (discrete), C (daily) and F (from, to) keep their dates. */
  x12Frequencies: { W: 'week', M: 'month', Q: 'quarter', T: 'four-weeks', A: 'year' },
  /** Element 374. */
  x12Dates: {
    '002': 'at-delivery', // delivery requested
    '010': 'at-despatch', // requested ship
    '011': 'at-despatch', // shipped
    '017': 'at-delivery', // estimated delivery
    '038': 'at-despatch', // ship not later than
    '050': 'receipt', // received
    '051': 'count-start', // cumulative quantity start
    '052': 'count-end', // cumulative quantity end
    '063': 'to', // do not deliver after
    '064': 'from', // do not deliver before
    '067': 'at-delivery', // current schedule delivery
    '068': 'at-despatch', // current schedule ship
    '069': 'at-delivery', // promised for delivery
    '097': 'document', // transaction creation
    '102': 'document', // issue
    '196': 'horizon-start', // start
    '197': 'horizon-end', // end
  },
  /** N1-01, element 98. */
  x12Parties: {
    BY: 'customer',
    BT: 'invoice-to',
    CA: 'carrier',
    CN: 'ship-to',
    FR: 'issuer',
    MA: 'ship-to', // party for whom item is ultimately intended
    MI: 'customer', // planning schedule issuer
    SE: 'supplier',
    SF: 'ship-from',
    ST: 'ship-to',
    SU: 'supplier',
    TO: 'recipient',
    VN: 'supplier',
    SI: 'customer', // shipping schedule issuer
    '16': 'customer', // plant
  },
  /** REF-01, element 128. */
  x12References: {
    PO: 'order',
    BO: 'order',
    CO: 'order',
    CT: 'order',
    SI: 'note', // shipper's identification
    BM: 'note', // bill of lading
    PK: 'note', // packing list
    RE: 'release',
    RL: 'release',
    DK: 'kept', // dock number, read as unloading point
  },
  /** LIN, element 235. */
  x12ItemIds: {
    BP: 'customer',
    IN: 'customer',
    PN: 'customer', // company part
    CP: 'customer',
    CB: 'customer', // buyer's catalogue
    PI: 'customer', // purchaser's item code
    VP: 'supplier',
    VN: 'supplier',
    SN: 'other',
    MG: 'supplier', // manufacturer's part
    EC: 'level',
    DR: 'level',
  },
  /** ATH01, element 672. */
  x12Authorizations: {
    FI: 'production', // finished: labour and material
    LM: 'production', // labour and material
    LB: 'production', // labour
    MT: 'material',
    PQ: 'scheduled-before-start', // required before the first period
    PR: 'kept', // previously released
  },
};
