import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useT } from '#app/i18n/use-t.ts'

/** By then one begins to wonder whether the link was pressed. */
const LONG_MS = 1000

/** Says that the page asked for is still being made, such as a report out of the steps of many tasks; quick pages never show it. */
export function PageComing() {
  const t = useT()
  const isComing = useNavigation().state !== 'idle'
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isComing) return
    const timer = setTimeout(() => setIsLong(true), LONG_MS)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isComing])
  if (!isLong) return null
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-20 border-b border-line bg-paper px-4 py-1.5 text-center">
      <label className="inline-flex items-center gap-3">
        {t('ui:pageComing')}
        <progress className="w-40" />
      </label>
    </div>
  )
}
