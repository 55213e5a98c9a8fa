/** The State's palette (bleu France, rouge Marianne), dense sizes, one sans-serif of the system; not the Marianne typeface. */
import type { CSSVariablesResolver } from '@mantine/core';
import { createTheme } from '@mantine/core';

/** Narrow faces first: a queue has fourteen columns. Those of Windows, of Linux, then whatever the system has. */
const FONT = "'Inter', 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, 'DejaVu Sans', system-ui, sans-serif";

export const DESK_THEME = createTheme({
  primaryColor: 'france',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    france: [
      '#f5f5fe',
      '#e3e3fd',
      '#cacafb',
      '#aeaef9',
      '#8585f6',
      '#6a6af4',
      '#4545d9',
      '#1f1fb5',
      '#000091',
      '#00006b',
    ],
    /** Greys with some blue in them, as tones.css has them: Mantine's own are brown beside those. */
    dark: [
      '#d5d8e2',
      '#b6bac4',
      '#8d92a3',
      '#6b7182',
      '#3a3e4d',
      '#303443',
      '#242836',
      '#161821',
      '#12141c',
      '#0d0f16',
    ],
    marianne: [
      '#fef4f4',
      '#fee9e9',
      '#fdd8d8',
      '#fcbfbf',
      '#fa8c8c',
      '#f95c5e',
      '#c9191e',
      '#b7171c',
      '#a3131a',
      '#7a0e14',
    ],
  },
  components: {
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, multiline: true, maw: 360 } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' }, centered: true } },
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
  },
});

/** Mantine's faint greys are too faint to read (WCAG 2.2 AA, 1.4.3). */
export const DESK_VARIABLES: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#53565f',
    '--mantine-color-placeholder': '#5f636d',
    '--mantine-color-error': '#b3141a',
    '--mantine-color-body': '#ffffff',
  },
  dark: {
    '--mantine-color-dimmed': '#b6bac4',
    '--mantine-color-placeholder': '#a3a8b4',
    '--mantine-color-error': '#ff9b9b',
    '--mantine-color-body': '#161821',
    '--mantine-color-default': '#20232e',
    '--mantine-color-default-border': '#4a4f60',
  },
});
