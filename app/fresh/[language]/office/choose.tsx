type Props = { action: string; name: string; label: string; button: string; options: readonly { value: string; label: string }[] }

/** What something on paper is about, before it is entered. */
export function Choose({ action, name, label, button, options }: Props) {
  return (
    <form action={action} className="form">
      <div className="ds-field">
        <label className="ds-label" htmlFor={name}>{label}</label>
        <select className="ds-input" id={name} name={name}>{options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
      </div>
      <p><button className="ds-button" data-variant="secondary">{button}</button></p>
    </form>
  )
}
