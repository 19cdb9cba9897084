const place = (organization: string) => `coprod.membership.${organization}`;

/** On which side of an organization this person stood last on this device; null if he never chose. */
export function chosenMembership(organization: string): string | null {
  return localStorage.getItem(place(organization));
}

export function chooseMembership(organization: string, membership: string): void {
  localStorage.setItem(place(organization), membership);
}
