'use client'
import { useViewer } from '../site/viewer'

/** For officials: the way to answer several comments at once. */
export function AnswerLink({ href, label }: { href: string; label: string }) {
  return useViewer()?.isOfficial ? <p><a className="ds-button" data-variant="secondary" href={href}>{label}</a></p> : null
}
