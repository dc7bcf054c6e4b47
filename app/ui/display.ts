import { createContext } from 'react'

export const THEMES = ['device', 'light', 'dark'] as const
export const DENSITIES = ['comfortable', 'compact'] as const

/** How a person wants the screen, beside its language. */
export interface Display {
  theme: (typeof THEMES)[number]
  density: (typeof DENSITIES)[number]
}

const DEFAULT_DISPLAY: Display = { theme: 'device', density: 'comfortable' }

export const THEME_COOKIE = 'theme'
export const DENSITY_COOKIE = 'density'

/** Of the page that is being made, so that its first paint is right; in the browser, of the page as it came. */
export const DisplayContext = createContext<Display>(DEFAULT_DISPLAY)

/** What a cookie header says of it; what it does not say is the default. */
export function displayIn(cookieHeader: string | null): Display {
  const cookies = new Map((cookieHeader ?? '').split(';').map((pair) => pairOf(pair)))
  return displayFrom(cookies.get(THEME_COOKIE), cookies.get(DENSITY_COOKIE))
}

/** The attributes of `<html>` that the stylesheet goes by. Without a class the device decides. */
export function displayAttributes({ theme, density }: Display) {
  return {
    className: theme === 'device' ? undefined : theme,
    'data-density': density === 'compact' ? density : undefined,
  }
}

/** What `displayAttributes` wrote. */
export function displayOf(html: HTMLElement): Display {
  return displayFrom(html.className, html.dataset.density)
}

function displayFrom(theme: string | undefined, density: string | undefined): Display {
  return {
    theme: THEMES.find((each) => each === theme) ?? DEFAULT_DISPLAY.theme,
    density: DENSITIES.find((each) => each === density) ?? DEFAULT_DISPLAY.density,
  }
}

function pairOf(pair: string): [string, string] {
  const [name = '', value = ''] = pair.trim().split('=')
  return [name, value]
}
