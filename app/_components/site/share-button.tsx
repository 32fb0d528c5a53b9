'use client'
import { useEffect, useState } from 'react'

/** Shares the page's address with the device's own means, or copies it. Only where the browser can. */
export function ShareButton({ label, done, title }: { label: string; done: string; title: string }) {
  const [able, setAble] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setAble('share' in navigator || 'clipboard' in navigator), [])
  const share = async () => {
    const url = location.origin + location.pathname
    if ('share' in navigator) await navigator.share({ title, url }).catch(() => undefined)
    else {
      await (navigator as Navigator).clipboard.writeText(url)
      setSaid(done)
    }
  }
  return (
    <p style={{ minHeight: '2.75rem' }}>
      {able && <button className="ds-button" type="button" data-variant="tertiary" data-size="sm" onClick={() => void share()}>{label}</button>}
      <span role="status">{said}</span>
    </p>
  )
}
