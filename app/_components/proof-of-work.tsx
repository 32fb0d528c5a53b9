'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Work } from '@/lib/proof-of-work'

type Props = {
  work: Work
  /** Sends the form again, with the proof as `_proof`. */
  onProof: (proof: string) => void
  /** Hears that there will be none: one has to wait. */
  onFailure: () => void
}

/** A proof is not enough twice in a row only where something is amiss, such as a network that changes: then one waits. */
const tasksAtMost = 2

/** Has the device work where a limit asks for it, and tells what it is doing. What works on it is loaded only now. */
export function ProofOfWork({ work, onProof, onFailure }: Props) {
  const [tries, setTries] = useState(0)
  const [said, setSaid] = useState('')
  const tasks = useRef(0)
  const prove = useEffectEvent(onProof)
  const fail = useEffectEvent(onFailure)
  useEffect(() => {
    const leaving = new AbortController()
    const solve = async () => {
      if (++tasks.current > tasksAtMost) return fail()
      setSaid(work.why)
      try {
        const { solve } = await import('./solving')
        const proof = await solve(work.challenge, leaving, setTries)
        if (leaving.signal.aborted) return
        setSaid(work.done)
        prove(proof)
      } catch {
        if (!leaving.signal.aborted) fail()
      }
    }
    void solve()
    return () => leaving.abort()
  }, [work])
  return (
    <div className="ds-alert refusal" data-color="info">
      <p role="status">{said}</p>
      <progress className="upload" max={work.triesAtMost} value={tries} aria-label={work.progress} />
    </div>
  )
}
