import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePreferences } from './preferences.ts';
import { queryClient } from './queries.ts';
import { router } from './router.ts';
import { cssVariables } from './theme/css-variables.ts';
import { theme } from './theme/theme.ts';

/** The whole client: theme, answers of the server, pages. */
export function App() {
  const [{ density }] = usePreferences();
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="bottom-left" />
      </QueryClientProvider>
    </MantineProvider>
  );
}
