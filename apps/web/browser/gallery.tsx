import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '../src/theme/global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { listSearch } from '../src/components/list-search.ts';
import { queryClient } from '../src/queries.ts';
import { organizationRoute } from '../src/shell/organization-route.tsx';
import { rootRoute } from '../src/shell/root-route.tsx';
import { startTexts } from '../src/texts/language.ts';
import { cssVariables } from '../src/theme/css-variables.ts';
import { theme } from '../src/theme/theme.ts';
import { BoardExample } from './board-example.tsx';
import { ListExample, LongListExample } from './list-example.tsx';
import { PageExample } from './page-example.tsx';
import { PartsExample } from './parts-example.tsx';

/**
 * The frame and the shared components with made-up contents, so that they can be looked at and tested without any room. The
 * page to show stands after the `#`.
 */
const rooms = ['/', '/rules', '/transmissions', '/customers', '/requirements', '/releases', '/ledger'];
const validateSearch = listSearch('state', 'customer');
const child = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => organizationRoute, path, component, validateSearch });

const router = createRouter({
  routeTree: rootRoute.addChildren([
    organizationRoute.addChildren([
      ...rooms.map((path) => child(path, PartsExample)),
      child('/proposals', () => <ListExample />),
      child('/interventions', LongListExample),
      child('/proposals/$id', PageExample),
      child('/plan', BoardExample),
      child('/capture', PartsExample),
      child('/team', PartsExample),
    ]),
  ]),
  context: { queryClient },
  history: createMemoryHistory({ initialEntries: [location.hash.slice(1)] }),
});

await startTexts();
const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root.');
createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Notifications position="bottom-left" />
    </QueryClientProvider>
  </MantineProvider>,
);
