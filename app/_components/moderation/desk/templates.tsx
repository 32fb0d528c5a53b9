'use client'
import { useFormContext } from 'react-hook-form'
import { use } from 'react'
import { fieldId, FormContext } from '../../form-context'

export type Template = { key: string; label: string; kind: string; ground: string; sentence: string; href: string }

/**
 * Reasons to start from: each fills in the form, after what is typed already, to be changed. Without scripts a link opens the
 * page with the form filled in.
 */
export function Templates({ templates, words }: { templates: readonly Template[]; words: { title: string; hint: string } }) {
  const { setValue, getValues } = useFormContext()
  const id = fieldId(use(FormContext).id, 'sentence')
  const fill = ({ kind, ground, sentence }: Template) => {
    const typed = String(getValues('sentence') ?? '').trim()
    if (getValues('kind') !== undefined) setValue('kind', kind)
    if (ground) setValue('ground', ground)
    setValue('sentence', !typed || templates.some((template) => template.sentence === typed) ? sentence : `${typed}\n${sentence}`, { shouldValidate: false })
    document.getElementById(id)?.focus()
  }
  return (
    <details className="templates">
      <summary>{words.title}</summary>
      <p className="meta">{words.hint}</p>
      <ul>
        {templates.map((template) => (
          <li key={template.key}>
            <a
              href={template.href}
              onClick={(event) => {
                event.preventDefault()
                fill(template)
              }}
            >
              {template.label}
            </a>
            <small>{template.sentence}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
