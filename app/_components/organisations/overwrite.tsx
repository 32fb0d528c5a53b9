'use client'
import { useFormContext } from 'react-hook-form'

/** Shown once somebody else has saved it meanwhile: look at theirs, or save over it. */
export function Overwrite({ label, hint, newest, href }: { label: string; hint: string; newest: string; href: string }) {
  const { formState } = useFormContext()
  if (!formState.errors.anyway) return null
  return (
    <div className="notice">
      <p><a href={href} target="_blank" rel="noreferrer">{newest}</a></p>
      <label className="choice">
        <input className="ds-input" type="checkbox" name="anyway" value="1" />
        <span>{label}<small>{hint}</small></span>
      </label>
    </div>
  )
}
