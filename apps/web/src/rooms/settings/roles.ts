/** The roles of each side, in the order in which they are offered. */
export const rolesOf = {
  organization: ['administrator', 'quality-manager', 'planner', 'team-lead', 'technician', 'member'],
  customer: ['auditor', 'scheduler', 'approver', 'reader'],
} as const;

export type OrganizationRole = (typeof rolesOf.organization)[number];
export type CustomerRole = (typeof rolesOf.customer)[number];
