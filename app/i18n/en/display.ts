import type { WordsLike } from '../catalogue.ts'
import type { display as measure } from '../vi/display.ts'

export const display = {
  title: 'Display',
  effect: 'Kept with your account, so it is the same on another computer.',
  locale: { vi: 'Tiếng Việt', en: 'English' },
  themeHead: 'Theme',
  theme: { device: 'As the device', light: 'Light', dark: 'Dark' },
  densityHead: 'Density',
  density: { comfortable: 'Comfortable', compact: 'Compact' },
  done: { changed: 'The display is set.' },
} as const satisfies WordsLike<typeof measure>
