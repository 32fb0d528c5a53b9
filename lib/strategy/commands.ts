import { command } from '../command'
import { tag } from '../tags'
import { applyChanges } from './apply'
import { changesTo, currentStrategy } from './changes'
import { canImport, importInput } from './rules'

/** Makes the strategy what the document says. Importing the same again changes nothing. */
export const importStrategy = command({
  event: 'strategy.imported',
  input: importInput,
  load: (tx) => currentStrategy(tx),
  allow: canImport,
  async run({ tx, input, subject }) {
    const changes = changesTo(subject, input)
    await applyChanges(tx, input, changes)
    return { id: 'strategy', changes }
  },
  touches: ({ result }) => (result.changes.length ? [tag.strategy] : []),
})
