import type { Acknowledgement } from './acknowledgement.ts';
import type { DespatchAdvice } from './despatch.ts';
import type { InventoryReport, ReceiptAdvice } from './receipt.ts';
import type { CallOff, Release } from './release.ts';

/** What a message can say, whatever its family. */
export type Meaning = Release | CallOff | DespatchAdvice | ReceiptAdvice | InventoryReport | Acknowledgement;
