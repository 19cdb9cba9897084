/** What a rule is about. */
export type RuleKind = 'procedure' | 'planning' | 'service';

/**
 * Who regulates (after J.-D. Reynaud): `control`, set by management; `autonomous`, made by those who do the work; `joint`, agreed
 * between them or with a customer.
 */
export type Regulation = 'control' | 'autonomous' | 'joint';

export const ruleKinds = ['procedure', 'planning', 'service'] as const;
export const regulations = ['control', 'autonomous', 'joint'] as const;
