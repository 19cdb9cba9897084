/**
 * Fields of the VDA records of 128 characters: `name from-to`, positions counted from 1, the record type included; `.3`
 * implied decimals. As tables, because a version or a customer may differ: a profile overrides single records.
 * VDA 4905 issue 4 (April 1996) and VDA 4913 version 3 were compared with car makers' guides and with files of theirs. What
 * no source confirms is in {@link UNVERIFIED}.
 */
export const VDA_RECORDS: Readonly<Record<string, string>> = {
  511: 'customer 6-14, supplier 15-23, previous 24-28, number 29-33, date 34-39, reset 40-45',
  512:
    'plant 6-8, release 9-17, releaseDate 18-23, previousRelease 24-32, previousDate 33-38, customerItem 39-60, ' +
    'supplierItem 61-82, order 83-94, unloading 95-99, sign 100-103, unit 104-105, interval 106-106, production 107-107, ' +
    'material 108-108, usage 109-109, account 110-116, storage 117-123',
  513: 'receipt 6-11, note 12-19, noteDate 20-25, quantity 26-37.3, cumulative 38-47, calls 48-122',
  514: 'calls 6-125',
  515:
    'productionFrom 6-11, productionTo 12-17, productionCumulative 18-27, materialFrom 28-33, materialTo 34-39, ' +
    'materialCumulative 40-49, intermediate 50-71, subSupplier 72-80, horizon 81-86, pointOfUse 87-100, beforeReset 101-110',
  517: 'customerPack 6-27, supplierPack 28-49, capacity 50-56',
  518: 'text1 6-45, text2 46-85, text3 86-125',
  519: 'counts 6-61',

  551: 'customer 6-14, supplier 15-23, previous 24-28, number 29-33, date 34-39, reset 40-45',
  552:
    'plant 6-8, release 9-17, releaseDate 18-23, previousRelease 24-32, previousDate 33-38, customerItem 39-60, ' +
    'supplierItem 61-82, order 83-94, unloading 95-99, sign 100-103, unit 104-105, usage 106-106, storage 107-113, ' +
    'pointOfUse 114-127',
  553: 'receipt 6-11, note 12-19, noteDate 20-25, quantity 26-37.3, cumulative 38-47, timedCalls 48-123',
  554: 'timedCalls 6-119',
  555: 'text1 6-45, text2 46-85, text3 86-125',
  556: 'text1 6-45, text2 46-85, text3 86-125',
  557: 'customerPack 6-27, supplierPack 28-49, capacity 50-56',
  558: 'text1 6-45, text2 46-85, text3 86-125',
  559: 'counts 6-68',

  711: 'customer 6-14, supplier 15-23, previous 24-28, number 29-33, date 34-39, subSupplier 40-48, carrier 49-57',
  712:
    'load 6-13, supplierPlant 14-16, carrier 17-30, handedOver 31-40, grossWeight 41-47, netWeight 48-54, terms 55-56, ' +
    'carrierData 57-57, packages 58-61, transportPartner 62-75, transportKind 76-77, transportNumber 78-102, ' +
    'contentKind 103-103, content 104-111, arrival 112-121, loadingMetres 122-124, vehicleKind 125-125',
  713:
    'note 6-13, noteDate 14-19, unloading 20-24, dispatchKind 25-26, sign 27-30, order 31-42, process 43-44, plant 49-51, ' +
    'consignment 52-59, receiver 60-68, storage 70-76, supplier 77-85, pointOfUse 86-99, callOff 100-103, ' +
    'customerReference 104-109, document 110-123',
  714:
    'customerItem 6-27, supplierItem 28-49, origin 50-52, quantity 53-65.3, unit 66-67, secondQuantity 68-80.3, ' +
    'secondUnit 81-82, vat 83-85, line 87-89, callOffKind 90-90, batch 91-105, usage 106-106, dangerousGoods 107-114, ' +
    'preference 115-115, dutiable 116-116, inventory 118-118, modification 119-120, originalNote 121-128',
  715:
    'customerPack 6-27, supplierPack 28-49, count 50-62.3, line 63-65, perPack 66-78.3, labelFrom 79-87, labelTo 88-96, ' +
    'dimensions 97-108, stacking 109-109, warehouseCall 110-124, labelKind 125-125, returnable 126-126, property 127-127',
  716: 'text1 6-45, text2 46-85, text3 86-125',
  717: '',
  718: 'note 6-13, numbers 14-123',
  719: 'counts 6-68',
};

/** What the tables above take from common knowledge, not from a source: shown as such beside what was read. */
export const UNVERIFIED = new Set(['551', '552', '553', '554', '555', '556', '557', '558', '559', '717']);

/** Versions (positions 4-5) that the tables were made for; others are read with a finding. */
export const VDA_VERSIONS: Readonly<Record<string, readonly string[]>> = {
  '5': ['01', '02', '03'],
  '7': ['01', '02', '03', '04'],
};

/** Order of the record counters in a trailer, each of 7 digits. */
export const VDA_COUNTERS: Readonly<Record<string, readonly string[]>> = {
  519: ['511', '512', '513', '514', '517', '518', '519', '515'],
  559: ['551', '552', '553', '554', '555', '556', '557', '558', '559'],
  719: ['711', '712', '713', '714', '715', '716', '718', '719', '717'],
};

/** Place of one field. `from` counts from 1, `to` is included. */
export interface VdaField {
  readonly from: number;
  readonly to: number;
  readonly decimals: number;
}

const compiled = new Map<string, ReadonlyMap<string, VdaField>>();

/** Fields by name out of their notation. */
export function vdaFields(notation: string): ReadonlyMap<string, VdaField> {
  let fields = compiled.get(notation);
  if (!fields) {
    const made = new Map<string, VdaField>();
    for (const [, name, from, to, decimals] of notation.matchAll(/(\w+) (\d+)-(\d+)(?:\.(\d))?/g))
      made.set(name!, { from: Number(from), to: Number(to), decimals: Number(decimals ?? 0) });
    fields = made;
    if (compiled.size < 1000) compiled.set(notation, fields);
  }
  return fields;
}
