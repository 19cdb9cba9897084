import { useRouter } from '@tanstack/react-router';
import { useMember } from '../../shell/member.ts';
import { type Subject, pathOfSubject } from '../../subject.ts';

/** The address of a subject's page, or null where its kind has none in this program. */
export function useSubjectPath(): (subject: Subject) => string | null {
  const router = useRouter();
  const { slug } = useMember();
  return (subject) => {
    // An entry names the decision; its page is that of the proposal, which only the body knows.
    if (subject.kind === 'decision') return null;
    const path = pathOfSubject(slug, subject);
    const [, , foundRoute] = router.getMatchedRoutes(path);
    return path === `/o/${slug}` || foundRoute === undefined ? null : path;
  };
}
