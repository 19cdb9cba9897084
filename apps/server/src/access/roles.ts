/** Roles of the organization side (design: who may do what in its rooms). */
export const organizationRoles = [
  'administrator',
  'quality-manager',
  'planner',
  'team-lead',
  'technician',
  'member',
] as const;
/** Roles of a customer's side. */
export const customerRoles = ['auditor', 'scheduler', 'approver', 'reader'] as const;

export type OrganizationRole = (typeof organizationRoles)[number];
export type CustomerRole = (typeof customerRoles)[number];
export type Role = OrganizationRole | CustomerRole;

/**
 * Who may call a route: a side and a role, or a whole side (`*`). `anyone` needs no sign-in; `signed-in` needs a person but no
 * organization.
 */
export type Allow = `organization:${OrganizationRole | '*'}` | `customer:${CustomerRole | '*'}`;
