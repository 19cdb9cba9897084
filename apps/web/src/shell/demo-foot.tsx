import { useMutation, useQuery } from '@tanstack/react-query';
import { api, ask } from '../api.ts';
import { DemoBar } from '../components/demo-bar.tsx';
import { chooseMembership } from '../membership.ts';
import { keyOf, queryClient } from '../queries.ts';
import { useMember } from './member.ts';

/** In a demo organization only: who I am, and one click to be somebody else. */
export function DemoFoot() {
  const member = useMember();
  const path = { organization: member.slug };
  const { data } = useQuery({
    queryKey: keyOf(member.slug, 'demo-people'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/demo/people', { params: { path } })),
    enabled: member.organization.demo,
    staleTime: Infinity,
  });
  const step = useMutation({
    mutationFn: (membership: string) =>
      ask(api.POST('/api/organizations/{organization}/demo/step-into', { params: { path }, body: { membership } })),
    onSuccess: ({ slug }, membership) => {
      queryClient.clear();
      chooseMembership(slug, membership);
      location.assign(`/o/${slug}`);
    },
  });
  if (!member.organization.demo) return null;
  return (
    <DemoBar
      you={{ membership: member.membership, name: member.name, roles: member.roles }}
      people={data?.rows ?? []}
      busy={step.isPending}
      onStepInto={(membership) => step.mutate(membership)}
    />
  );
}
