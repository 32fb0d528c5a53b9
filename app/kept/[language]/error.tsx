'use client'
import { BrokenPage } from '@/app/_components/site/broken-page'

export default function PageError({ retry }: { retry: () => void }) {
  return <BrokenPage retry={retry} />
}
