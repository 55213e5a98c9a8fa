import { useMantineColorScheme } from '@mantine/core';
import { useCallback } from 'react';
import { useDesk } from '../data/desk-context.ts';

type Theme = 'auto' | 'light' | 'dark';

/** Light, dark or as the system: told to the page at once, and kept by the application. */
export function useTheme(): { readonly theme: Theme; setTheme(theme: Theme): void } {
  const { client } = useDesk();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const setTheme = useCallback(
    (theme: Theme) => {
      setColorScheme(theme);
      client.settings.change({ theme }).catch(() => undefined);
    },
    [client, setColorScheme],
  );
  return { theme: colorScheme, setTheme };
}
