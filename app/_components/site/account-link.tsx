'use client'
import { useViewer } from './viewer'

/** Always there, since a kept page does not know its visitor; says their name once it is known. */
export function AccountLink({ href, label }: { href: string; label: string }) {
  const viewer = useViewer()
  return (
    <a className="ds-button account-link" data-size="sm" data-variant="secondary" href={href}>
      <span>{label}</span>
      {viewer?.name && <span className="account-name">{viewer.name}</span>}
    </a>
  )
}
