import { useRouter } from '@tanstack/react-router';
import { useMember } from '../../shell/member.ts';
import { type Subject, pathOfSubject } from '../../subject.ts';

/** The address of a subject's page, or null where there is none in this program. */
export function useSubjectPath(): (subject: Subject | null) => string | null {
  const router = useRouter();
  const { slug } = useMember();
  return (subject) => {
    if (subject === null) return null;
    const path = pathOfSubject(slug, subject);
    const [, , foundRoute] = router.getMatchedRoutes(path);
    return path === `/o/${slug}` || foundRoute === undefined ? null : path;
  };
}
