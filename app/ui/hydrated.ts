import { useSyncExternalStore } from 'react'

/** False while the server renders and on the first pass in the browser; true once script runs. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
