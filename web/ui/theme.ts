import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** Warm greys, light to dark; the component library's own neutrals are replaced by them. */
const INK: MantineColorsTuple = [
  '#faf7f1',
  '#f2ede3',
  '#e0d9cb',
  '#c9c0b0',
  '#a89f90',
  '#857c6f',
  '#5c554b',
  '#3a362f',
  '#26231f',
  '#1d1b18',
]

const DARK: MantineColorsTuple = [
  '#ebe5db',
  '#cfc7ba',
  '#aea598',
  '#8a8175',
  '#544d45',
  '#37322d',
  '#2a2622',
  '#211e1b',
  '#181614',
  '#12100e',
]

/** The head of a dialog is no banner of the page. */
const DIALOG = {
  closeButtonProps: { 'aria-label': 'Close' },
  attributes: { header: { role: 'presentation' } },
}

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 1 },
  colors: { ink: INK, gray: INK, dark: DARK },
  white: '#fffdf9',
  black: '#1d1b18',
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '650', textWrap: 'balance' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: input => {
    const colors = defaultVariantColorsResolver(input)
    if (input.variant !== 'filled' || (input.color && input.color !== 'ink')) return colors
    return {
      ...colors,
      background: 'var(--button)',
      hover: 'var(--button-hover)',
      color: 'var(--button-words)',
    }
  },
  components: {
    Checkbox: { defaultProps: { iconColor: 'var(--button-words)' } },
    Radio: { defaultProps: { iconColor: 'var(--button-words)' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Anchor: { defaultProps: { underline: 'always' } },
    Alert: { defaultProps: { variant: 'default' } },
    Badge: { defaultProps: { tt: 'none', variant: 'default', radius: 'sm', fw: 500 } },
    Table: { defaultProps: { borderColor: 'var(--rule)' } },
    Modal: { defaultProps: { centered: true, ...DIALOG } },
    Drawer: { defaultProps: DIALOG },
    Tabs: { vars: () => ({ root: {}, list: { '--tab-border-color': 'var(--rule)' } }) },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
})

const MAPPED = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--ink)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--rule-strong)',
  '--mantine-primary-color-filled': 'var(--button)',
  '--mantine-primary-color-contrast': 'var(--button-words)',
  '--table-border-color': 'var(--rule)',
}

/** Lets the palette speak for the component library, so that a colour is named in one place. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: MAPPED, dark: MAPPED })
