'use client'
import { use, useEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { fieldId, FormContext } from '../../form-context'

/** The box by which a case is chosen for a bulk decision; ticked again when the form comes back. */
export function Tick({ value, label }: { value: string; label: string }) {
  const { formState } = useFormContext()
  const before = [(formState.defaultValues?.items as string | string[] | undefined) ?? []].flat()
  return <input className="ds-input" type="checkbox" name="items" value={value} aria-label={label} defaultChecked={before.includes(value)} />
}

type Words = { ticked: string[]; toForm: string; all: string; none: string }

/** Says how many are ticked, where one sees it from everywhere in the list, and ticks all or none. Needs scripts, and is not needed. */
export function TickCount({ words, form }: { words: Words; form: string }) {
  const id = fieldId(use(FormContext).id, 'items')
  const problem = (useFormContext().formState.errors.items as { message?: string } | undefined)?.message
  const [ticked, setTicked] = useState<number>()
  const place = useRef<HTMLDivElement>(null)
  const boxes = () => [...(place.current?.closest('form')?.querySelectorAll<HTMLInputElement>('input[name=items]') ?? [])]
  useEffect(() => {
    const within = place.current?.closest('form')
    const count = () => setTicked(boxes().filter(({ checked }) => checked).length)
    count()
    within?.addEventListener('change', count)
    return () => within?.removeEventListener('change', count)
  }, [])
  const tick = (checked: boolean) => {
    for (const box of boxes()) if (box.checked !== checked) box.click()
  }
  return (
    <div className="tick-count" id={id} tabIndex={-1} ref={place} data-some={ticked ? '' : undefined}>
      {problem && <p className="ds-validation-message">{problem}</p>}
      {ticked !== undefined && (
        <>
          <span role="status">{ticked > 0 && words.ticked[ticked]}</span>
          {ticked > 0 && <a href={`#${form}`}>{words.toForm}</a>}
          <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={() => tick(!ticked)}>{ticked ? words.none : words.all}</button>
        </>
      )}
    </div>
  )
}
