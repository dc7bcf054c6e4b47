import { useT } from '#app/i18n/use-t.ts'

export default function Home() {
  const t = useT()
  return <h1>{t('productName')}</h1>
}
