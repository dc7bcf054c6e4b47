import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/**
 * Asks for the page anew while something is under way that it tells of. Without script the browser reloads it; the element stands in
 * `noscript`, because with script a reload would take the focus away.
 */
export function RereadEvery({ seconds }: { seconds: number }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, seconds * 1000)
    return () => clearInterval(timer)
  }, [revalidate, seconds])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  )
}
