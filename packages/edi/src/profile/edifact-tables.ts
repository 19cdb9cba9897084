import type { EdifactTables } from './profile.ts';

/** EDIFACT codes of the delivery messages, UN directories D.96A to D.04A, and what each is read as. */
export const EDIFACT_TABLES: EdifactTables = {
  /** SCC 4017: status of a delivery plan. */
  status: {
    1: 'firm', // firm
    2: 'production', // commitment for manufacturing and material
    3: 'material', // commitment for material
    4: 'forecast', // planning, forecast
    5: 'backlog', // short delivered on a previous delivery
    10: 'immediate',
    11: 'forecast', // pilot, pre-series volume
    12: 'forecast', // planning
    13: 'forecast', // potential increase
    22: 'firm', // deliver to schedule
    26: 'forecast', // proposed
  },
  /** SCC C329 2013. D is discrete and Y is daily: both keep their date as it is. */
  frequencies: {
    W: 'week',
    M: 'month',
    Q: 'quarter',
    A: 'year',
    T: 'four-weeks',
  },
  /** QTY 6063. */
  quantities: {
    1: 'schedule', // discrete
    3: 'cumulative',
    12: 'despatched',
    21: 'schedule', // ordered
    48: 'received',
    52: 'per-pack',
    57: 'in-transit',
    70: 'cumulative-received',
    71: 'cumulative-ordered',
    72: 'received-before-reset', // at the end of the prior year
    73: 'kept', // outstanding
    74: 'cumulative', // latest cumulative
    78: 'cumulative-scheduled',
    79: 'cumulative-previous',
    83: 'backlog',
    84: 'immediate', // urgent delivery
    113: 'schedule', // to be delivered
    119: 'kept', // short shipped
    131: 'schedule', // delivery
    135: 'schedule', // planned for the period
    186: 'scheduled-before-start',
    187: 'schedule', // scheduled
    189: 'kept', // packages in a handling unit
    194: 'received', // received and accepted
  },
  /** DTM 2005. The code order of 63 and 64 is inverted: 64 is the earliest, 63 the latest. */
  dates: {
    2: 'at-delivery', // requested
    10: 'at-despatch', // shipment requested
    11: 'at-despatch',
    17: 'at-delivery', // estimated
    36: 'horizon-end', // expiry
    35: 'receipt', // actual delivery
    50: 'receipt', // goods receipt
    51: 'count-start',
    52: 'count-end',
    63: 'to', // latest delivery
    64: 'from', // earliest delivery
    67: 'at-delivery', // current schedule
    69: 'at-delivery', // promised
    76: 'at-delivery', // scheduled
    137: 'document',
    157: 'horizon-start', // validity
    158: 'horizon-start',
    159: 'horizon-end',
    171: 'reference',
    194: 'from', // start
    206: 'to', // end
    358: 'at-delivery', // scheduled
  },
  /** NAD 3035. */
  parties: {
    BY: 'customer', // buyer
    MI: 'customer', // issuer of the planning schedule
    SU: 'supplier',
    SE: 'supplier', // seller
    MF: 'supplier', // manufacturer
    ST: 'ship-to',
    DP: 'ship-to', // delivery party
    CN: 'ship-to', // consignee
    UC: 'ship-to', // ultimate consignee
    SF: 'ship-from',
    CZ: 'ship-from', // consignor
    PW: 'ship-from', // despatch party
    CA: 'carrier',
    FW: 'carrier', // freight forwarder
    IV: 'invoice-to',
    BT: 'invoice-to',
    MS: 'issuer',
    FR: 'issuer', // message from
    MR: 'recipient',
    TO: 'recipient', // message to
  },
  /** LOC 3227. */
  locations: {
    7: 'unloading-point', // place of delivery
    11: 'unloading-point', // place of discharge
    18: 'storage', // warehouse
    19: 'plant',
    54: 'plant',
    83: 'unloading-point', // place of delivery, by on-carriage
    157: 'storage', // stock location
    159: 'point-of-use', // additional internal destination
    162: 'plant',
    198: 'storage', // storage location
  },
  /** LIN and PIA 7143. */
  itemIds: {
    IN: 'customer', // buyer's item
    BP: 'customer', // buyer's part
    SA: 'supplier', // supplier's article
    VP: 'supplier', // vendor's part
    VN: 'supplier', // vendor's item
    EC: 'level', // engineering change level
    DR: 'level', // drawing revision
  },
  /** RFF 1153. */
  references: {
    ON: 'order',
    BO: 'order', // blanket order
    CT: 'order', // contract
    OP: 'order',
    AAK: 'note', // despatch advice
    AAU: 'note', // despatch note
    DQ: 'note', // delivery note
    SI: 'note', // shipper's identification
    AAN: 'release', // delivery schedule
    RE: 'release',
    AIF: 'previous-release', // previous delivery instruction
    AAJ: 'kept', // delivery order
  },
};
