import { Form } from '@remix-run/react'
import { useContext } from 'react'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { DENSITIES, DisplayContext, THEMES } from '#app/ui/display.ts'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { LOCALES } from '#app/i18n/locale.ts'

/** Language, theme and density. The document is loaded anew, since all three are of the whole page. */
export function DisplayForm() {
  const t = useT()
  const locale = useLocale()
  const { theme, density } = useContext(DisplayContext)
  return (
    <section aria-labelledby="display-heading" className="mt-8 max-w-md">
      <h2 id="display-heading" className="mb-1 text-lg font-semibold">
        {t('display:title')}
      </h2>
      <p className="mb-4 text-sm text-muted">{t('display:effect')}</p>
      <Form method="post" action="/account/display" reloadDocument>
        <SelectField
          field={unboundField('locale', locale)}
          label={t('language')}
          options={LOCALES.map((each) => ({ value: each, label: t(`display:locale.${each}`) }))}
          emptyLabel={false}
        />
        <SelectField
          field={unboundField('theme', theme)}
          label={t('display:themeHead')}
          options={THEMES.map((each) => ({ value: each, label: t(`display:theme.${each}`) }))}
          emptyLabel={false}
        />
        <SelectField
          field={unboundField('density', density)}
          label={t('display:densityHead')}
          options={DENSITIES.map((each) => ({ value: each, label: t(`display:density.${each}`) }))}
          emptyLabel={false}
        />
        <Button look="quiet">{t('save')}</Button>
      </Form>
    </section>
  )
}
