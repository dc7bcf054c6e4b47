import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import type { BoundField } from '#app/ui/fields/bound-field.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import type { DirectiveChoices } from './choices.server.ts'

interface PeopleFieldsProps<Shape extends Record<string, unknown>> {
  form: FormMetadata<Shape, string[]>
  fields: {
    directingLeaderId: BoundField
    followerId: BoundField
    restricted: BoundField
    namedPersonIds: FieldMetadata<string[] | undefined, Shape, string[]>
  }
  choices: DirectiveChoices
  /** Of a source from outside, where the charges tell who directs each task. */
  mayLeaveLeaderOut?: boolean
}

/** Who directs and who follows; and, of a restricted task, to whom it is named. */
export function PeopleFields<Shape extends Record<string, unknown>>({
  form,
  fields,
  choices,
  mayLeaveLeaderOut = false,
}: PeopleFieldsProps<Shape>) {
  const t = useT()
  const named = fields.namedPersonIds.getFieldList()
  return (
    <section aria-labelledby="people-heading" className="mb-6">
      <h2 id="people-heading" className="mb-3 text-lg font-semibold">
        {t('directives:heading.people')}
      </h2>
      <div className="field-pairs">
        <SelectField
          field={fields.directingLeaderId}
          label={t('directives:field.directingLeader')}
          hint={mayLeaveLeaderOut && t('fields:leaderHint')}
          required={!mayLeaveLeaderOut}
          options={choices.leaders}
        />
        <SelectField
          field={fields.followerId}
          label={t('directives:field.follower')}
          required
          options={choices.followers}
        />
      </div>
      <details open={named.length > 0 || fields.restricted.initialValue === 'on'}>
        <summary className="mb-2">{t('directives:field.restricted')}</summary>
        <CheckboxField
          field={fields.restricted}
          label={t('directives:field.restricted')}
          hint={t('directives:field.restrictedHint')}
        />
        <fieldset>
          <legend className="mb-1 font-medium">{t('directives:field.named')}</legend>
          <p className="mb-2 text-sm text-muted">{t('directives:field.namedHint')}</p>
          {named.map((person, index) => {
            const number = index + 1
            return (
              <div key={person.key} className="flex flex-wrap items-end gap-3">
                <div className="min-w-0 flex-1 basis-64">
                  <Combobox field={person} label={t('directives:field.person', { number })} options={choices.people} />
                </div>
                <div className="mb-4">
                  <Button look="quiet" {...form.remove.getButtonProps({ name: fields.namedPersonIds.name, index })}>
                    {t('directives:button.removePerson', { number })}
                  </Button>
                </div>
              </div>
            )
          })}
          <Button look="quiet" {...form.insert.getButtonProps({ name: fields.namedPersonIds.name })}>
            {t('directives:button.addPerson')}
          </Button>
        </fieldset>
      </details>
    </section>
  )
}
