import { createContext } from 'react'

/** What a form's fields and buttons know of it: its id, and whether it has been sent and not been answered. */
export const FormContext = createContext({ id: '', waiting: false })

/** A field's id, so that the summary of what was refused leads to it. */
export const fieldId = (form: string, name: string) => `${form}${name.replaceAll('.', '-')}`
