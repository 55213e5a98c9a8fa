import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useLive } from '../data/use-live.ts';

/** The theme that the person chose, in whichever window they chose it. */
export function useKeptTheme(): void {
  const { setColorScheme } = useMantineColorScheme();
  const settings = useLive('settings', (client) => client.settings.read(), ['settings']);
  const theme = settings.value?.theme;
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme);
  }, [theme, setColorScheme]);
}
