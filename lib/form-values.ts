/**
 * The text fields of a form, as sent; what React and the form itself send along is left out. A name that is sent several
 * times, as checkboxes do, becomes rows: `choice.0`, `choice.1`.
 */
export function textFields(form: FormData): Record<string, string> {
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !/^[$_]/.test(entry[0]))
  const times = new Map<string, number>()
  for (const [name] of fields) times.set(name, (times.get(name) ?? 0) + 1)
  const rows = new Map<string, number>()
  return Object.fromEntries(
    fields.slice(0, fieldsAtMost).map(([name, value]) => {
      if (times.get(name) === 1) return [name, value]
      const row = rows.get(name) ?? 0
      rows.set(name, row + 1)
      return [`${name}.${row}`, value]
    }),
  )
}

const fieldsAtMost = 2000

const rowsAtMost = 200

/** `costs.0.kind` → `{ costs: [{ kind }] }`: names with dots become objects, with numbers rows (gaps close). Other names stay. */
export function nested(fields: Record<string, string>): Record<string, unknown> {
  const root: Tree = new Map()
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split('.')
    let place = root
    for (const step of path.slice(0, -1)) {
      const next = place.get(step)
      const branch: Tree = next instanceof Map ? next : new Map()
      place.set(step, branch)
      place = branch
    }
    place.set(path.at(-1)!, value)
  }
  return plain(root) as Record<string, unknown>
}

type Tree = Map<string, string | Tree>

// Maps while building, so that a field called `__proto__` is only a name.
function plain(tree: string | Tree): unknown {
  if (typeof tree === 'string') return tree
  const entries = [...tree]
  if (entries.length && entries.every(([name]) => /^\d{1,4}$/.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).slice(0, rowsAtMost).map(([, value]) => plain(value))
  }
  return Object.fromEntries(entries.filter(([name]) => name !== '__proto__').map(([name, value]) => [name, plain(value)]))
}
