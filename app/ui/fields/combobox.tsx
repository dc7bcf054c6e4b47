import { useCombobox } from 'downshift'
import { type ChangeEvent, useState } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { useHydrated } from '../hydrated.ts'
import { initialText, inputAttributes } from './bound-field.ts'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { matchesOption } from './match-option.ts'
import { SelectField, type Option } from './select-field.tsx'

interface ComboboxProps extends FieldProps {
  options: Option[]
}

/** What is longer the box cuts off on a phone, so that it is written out below once it is chosen. */
const SHOWN_WHOLE = 40

/** More than this at once nobody reads; one types another letter. */
const SHOWN_AT_ONCE = 50

/**
 * One of many, found by typing: without diacritics, by abbreviation or by initials. Without script it is a native list with
 * all of them, and it sends the same value either way.
 */
export function Combobox(props: ComboboxProps) {
  const hydrated = useHydrated()
  return hydrated ? <TypedCombobox key={props.field.key} {...props} /> : <SelectField {...props} />
}

function TypedCombobox({ field, label, hint, required = false, options }: ComboboxProps) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const initial = options.find((option) => option.value === initialText(field)) ?? null
  const shown = options.filter((option) => matchesOption(option, typed ?? '')).slice(0, SHOWN_AT_ONCE)
  const { id, name, form, ...described } = inputAttributes(field, { hint, required })
  // With the letter and not after it: the next key may already choose.
  const onChange = (event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value)

  const list = useCombobox<Option>({
    items: shown,
    id: field.id,
    inputId: field.id,
    initialSelectedItem: initial,
    itemToString: (option) => option?.label ?? '',
    onInputValueChange: ({ type }) => {
      if (type !== useCombobox.stateChangeTypes.InputChange) setTyped(null)
    },
    defaultHighlightedIndex: 0,
    stateReducer: (state, { type, changes }) => {
      switch (type) {
        // An emptied box chooses nothing, at once: the form may be sent by the next key.
        case useCombobox.stateChangeTypes.InputChange:
          return changes.inputValue === '' ? { ...changes, selectedItem: null } : changes
        // Leaving takes the first match of what was typed; a list only looked at changes nothing.
        case useCombobox.stateChangeTypes.InputBlur: {
          const chosen = (typed ? changes.selectedItem : typed === null ? state.selectedItem : null) ?? null
          return { ...changes, selectedItem: chosen, inputValue: chosen?.label ?? '' }
        }
        default:
          return changes
      }
    },
  })

  return (
    <FieldFrame field={field} label={label} hint={hint} required={required}>
      <div className="relative">
        <input type="hidden" name={name} form={form} value={list.selectedItem?.value ?? ''} />
        <input
          {...list.getInputProps({ id, ...described, onChange, autoComplete: 'off', 'aria-labelledby': undefined })}
          className="input pr-9"
        />
        <button
          {...list.getToggleButtonProps({ tabIndex: -1, type: 'button', 'aria-label': t('ui:openList') })}
          className="absolute inset-y-0 right-0 w-9 text-muted"
        >
          <svg viewBox="0 0 12 12" className="mx-auto size-3" aria-hidden="true">
            <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </button>
        <ul
          {...list.getMenuProps({ 'aria-label': label, 'aria-labelledby': undefined })}
          className={
            list.isOpen
              ? 'absolute inset-x-0 top-full z-10 mt-1 max-h-72 overflow-y-auto rounded-md border border-edge bg-paper py-1 shadow-lg'
              : 'hidden'
          }
        >
          {list.isOpen && shown.length === 0 && <li className="px-3 py-1.5 text-muted">{t('ui:noMatch')}</li>}
          {list.isOpen &&
            shown.map((option, index) => (
              <li
                key={option.value}
                {...list.getItemProps({ item: option, index })}
                className={`flex cursor-pointer justify-between gap-3 px-3 py-1.5 ${index === list.highlightedIndex ? 'bg-accent-soft text-accent' : ''}`}
              >
                <span>{option.label}</span>
                {option.alias && <span className="text-sm text-muted">{option.alias}</span>}
              </li>
            ))}
        </ul>
      </div>
      {(list.selectedItem?.label.length ?? 0) > SHOWN_WHOLE && (
        <p className="mt-1 text-sm text-muted">{list.selectedItem?.label}</p>
      )}
    </FieldFrame>
  )
}
